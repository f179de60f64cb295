package io.throughline.intake.matching;

import io.throughline.model.search.NamedAgent;
import io.throughline.reference.gazetteer.CountryLookup;
import io.throughline.reference.gazetteer.Gazetteer;
import io.throughline.reference.gazetteer.GazetteerPlace;
import io.throughline.reference.gazetteer.GazetteerRegion;
import io.throughline.reference.gazetteer.NamedPlace;
import io.throughline.reference.gazetteer.RegionWords;
import io.throughline.reference.name.NameKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the agents of a list can be: agents of the graph and places of the gazetteer, joined where they are the same. */
final class CandidatePool {

    /** From how many kilometres on two places of one name in one country are not the same. */
    private static final double SAME = 30;

    private final Gazetteer gazetteer;
    private final Map<String, List<NamedAgent>> bearers;
    private final Map<String, KnownAgent> agents;

    /**
     * All that is known of the graph.
     *
     * @param bearers its agents by the keys of their names
     * @param agents all these, by id
     */
    CandidatePool(Gazetteer gazetteer, Map<String, List<NamedAgent>> bearers, Map<String, KnownAgent> agents) {
        this.gazetteer = gazetteer;
        this.bearers = bearers;
        this.agents = agents;
    }

    /** What bears one of the names in the country asked for, or anywhere when none is. */
    List<CandidatePlace> named(Collection<String> keys, MatchQuery asked) {
        return named(keys, asked.regional(), asked.country(), asked);
    }

    /** What bears one of the names in other countries. */
    List<CandidatePlace> elsewhere(MatchQuery asked) {
        return named(asked.exact(), asked.regional(), null, asked).stream()
                .filter(option -> !isIn(option, asked.country()))
                .toList();
    }

    private List<CandidatePlace> named(
            Collection<String> keys, Set<String> regional, @Nullable String country, MatchQuery asked) {
        var joined = new LinkedHashMap<Object, CandidatePlace>();
        var known = known(keys);
        known.putAll(regionsKnown(regional, known));
        var places =
                asked.written().kind() == ListedAgent.Kind.ORGANIZATION ? List.<NamedPlace>of() : gazetteer.named(keys);
        var regions = asked.written().kind() == ListedAgent.Kind.ORGANIZATION
                ? List.<GazetteerRegion>of()
                : gazetteer.regionsNamed(regional);
        var options = new ArrayList<CandidatePlace>();
        for (var named : places) {
            options.add(join(named, known, places));
        }
        for (var region : regions) {
            options.add(join(region, regional, known));
        }
        for (var option : options) {
            joined.merge(option.identity(), option, (one, other) -> one.own() ? one : other);
        }
        known.forEach((id, own) -> joined.putIfAbsent(id, new CandidatePlace(agent(id), null, null, own)));
        return joined.values().stream().filter(option -> isIn(option, country)).toList();
    }

    /** Whether an option is also called as a hint says. */
    boolean bears(CandidatePlace option, LocationHint hint) {
        var agent = option.agent();
        var place = option.place();
        return agent != null
                        && hint.names().stream()
                                .flatMap(key -> bearers.getOrDefault(key, List.of()).stream())
                                .anyMatch(named -> named.id().equals(agent.id()))
                || place != null
                        && gazetteer.named(hint.names()).stream()
                                .anyMatch(named -> named.place().geonames() == place.geonames());
    }

    static boolean isIn(CandidatePlace option, @Nullable String country) {
        var where = option.country();
        return country == null
                || country.equals(where)
                || where != null && CountryLookup.isTerritory(where, country)
                || where == null && option.agent() != null && !option.isSettled();
    }

    /** Agents of the graph by id, and whether by their own name. */
    private Map<String, Boolean> known(Collection<String> keys) {
        var known = new LinkedHashMap<String, Boolean>();
        for (var key : keys) {
            for (var agent : bearers.getOrDefault(key, List.of())) {
                if (agents.containsKey(agent.id())) {
                    known.merge(agent.id(), agent.own(), Boolean::logicalOr);
                }
            }
        }
        return known;
    }

    private Map<String, Boolean> regionsKnown(Set<String> regional, Map<String, Boolean> known) {
        var regions = known(regional);
        regions.keySet().removeIf(id -> known.containsKey(id) || !agent(id).region());
        return regions;
    }

    private CandidatePlace join(NamedPlace named, Map<String, Boolean> known, List<NamedPlace> places) {
        var place = named.place();
        for (var agent : known.entrySet()) {
            if (isSame(agent(agent.getKey()), named, places)) {
                return new CandidatePlace(agent(agent.getKey()), place, null, named.own() || agent.getValue());
            }
        }
        return CandidatePlace.of(place, named.own());
    }

    private CandidatePlace join(GazetteerRegion region, Set<String> regional, Map<String, Boolean> known) {
        var own = RegionWords.forms(NameKey.of(region.name())).stream().anyMatch(regional::contains);
        for (var agent : known.entrySet()) {
            if (isSame(agent(agent.getKey()), region)) {
                return new CandidatePlace(agent(agent.getKey()), null, region, own || agent.getValue());
            }
        }
        return CandidatePlace.of(region, own);
    }

    /** The agent that is a place though it lacks its number; null when there is none. */
    @Nullable KnownAgent sameAs(GazetteerPlace place) {
        var keys = NameKey.of(place.name()).forms();
        var known = known(keys);
        return known.isEmpty()
                ? null
                : join(new NamedPlace(place, true), known, gazetteer.named(keys))
                        .agent();
    }

    /** By the number in GeoNames; without one by country, state and position. */
    private static boolean isSame(KnownAgent agent, NamedPlace named, List<NamedPlace> places) {
        var place = named.place();
        if (!agent.city() || !agent.settled()) {
            return false;
        }
        if (agent.has("geonames")) {
            return agent.is("geonames", String.valueOf(place.geonames()));
        }
        if (!place.country().equals(agent.countryId())
                || agent.stateId() != null
                        && place.state() != null
                        && !agent.stateId().equals(place.state())) {
            return false;
        }
        var distance =
                new CandidatePlace(agent, null, null, true).distance(new GeoPoint(place.latitude(), place.longitude()));
        return distance != null
                ? distance <= SAME
                : places.stream()
                                // New Delhi is called Delhi at times, and is not the one that always is
                                .filter(other -> other.own() || !named.own())
                                .map(NamedPlace::place)
                                .filter(other -> other.country().equals(place.country()))
                                .filter(other -> agent.stateId() == null
                                        || other.state() == null
                                        || agent.stateId().equals(other.state()))
                                .filter(other -> other.rank().compareTo(place.rank()) <= 0)
                                .count()
                        == 1;
    }

    /** By name, and by the code of its own or, of a county, of the subdivision it lies in. */
    static boolean isSame(KnownAgent agent, GazetteerRegion region) {
        if (!agent.region() || !region.country().equals(agent.countryId())) {
            return false;
        }
        var bare = RegionWords.forms(NameKey.of(agent.name()));
        var named = region.names().stream()
                .flatMap(name -> RegionWords.forms(NameKey.of(name)).stream())
                .anyMatch(bare::contains);
        var coded = agent.is("iso3166-2", region.iso()) || agent.county() && agent.is("iso3166-2", region.whole());
        // a state is none of its counties, which bear its code; a county that is no part of another is itself
        var ofItsOwn = region.iso() == null || region.whole() != null || KnownAgent.isCounty(region.kind());
        return named && coded && (!agent.county() || ofItsOwn);
    }

    private KnownAgent agent(String id) {
        return java.util.Objects.requireNonNull(agents.get(id));
    }
}
