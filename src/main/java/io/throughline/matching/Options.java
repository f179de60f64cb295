package io.throughline.matching;

import io.throughline.gazetteer.Countries;
import io.throughline.gazetteer.Gazetteer;
import io.throughline.gazetteer.Named;
import io.throughline.gazetteer.Place;
import io.throughline.gazetteer.Region;
import io.throughline.gazetteer.RegionWords;
import io.throughline.name.NameKey;
import io.throughline.search.NamedAgent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the agents of a list can be: agents of the graph and places of the gazetteer, joined where they are the same. */
final class Options {

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
    Options(Gazetteer gazetteer, Map<String, List<NamedAgent>> bearers, Map<String, KnownAgent> agents) {
        this.gazetteer = gazetteer;
        this.bearers = bearers;
        this.agents = agents;
    }

    /** What bears one of the names in the country asked for, or anywhere when none is. */
    List<Option> named(Collection<String> keys, Asked asked) {
        return named(keys, asked.regional(), asked.country(), asked);
    }

    /** What bears one of the names in other countries. */
    List<Option> elsewhere(Asked asked) {
        return named(asked.exact(), asked.regional(), null, asked).stream()
                .filter(option -> !isIn(option, asked.country()))
                .toList();
    }

    private List<Option> named(Collection<String> keys, Set<String> regional, @Nullable String country, Asked asked) {
        var joined = new LinkedHashMap<Object, Option>();
        var known = known(keys);
        known.putAll(regionsKnown(regional, known));
        var places =
                asked.written().kind() == WrittenAgent.Kind.ORGANIZATION ? List.<Named>of() : gazetteer.named(keys);
        var regions = asked.written().kind() == WrittenAgent.Kind.ORGANIZATION
                ? List.<Region>of()
                : gazetteer.regionsNamed(regional);
        var options = new ArrayList<Option>();
        for (var named : places) {
            options.add(join(named, known, places));
        }
        for (var region : regions) {
            options.add(join(region, regional, known));
        }
        for (var option : options) {
            joined.merge(option.identity(), option, (one, other) -> one.own() ? one : other);
        }
        known.forEach((id, own) -> joined.putIfAbsent(id, new Option(agent(id), null, null, own)));
        return joined.values().stream().filter(option -> isIn(option, country)).toList();
    }

    /** Whether an option is also called as a hint says. */
    boolean bears(Option option, Hint hint) {
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

    static boolean isIn(Option option, @Nullable String country) {
        var where = option.country();
        return country == null
                || country.equals(where)
                || where != null && Countries.isTerritory(where, country)
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

    private Option join(Named named, Map<String, Boolean> known, List<Named> places) {
        var place = named.place();
        for (var agent : known.entrySet()) {
            if (isSame(agent(agent.getKey()), named, places)) {
                return new Option(agent(agent.getKey()), place, null, named.own() || agent.getValue());
            }
        }
        return Option.of(place, named.own());
    }

    private Option join(Region region, Set<String> regional, Map<String, Boolean> known) {
        var own = RegionWords.forms(NameKey.of(region.name())).stream().anyMatch(regional::contains);
        for (var agent : known.entrySet()) {
            if (isSame(agent(agent.getKey()), region)) {
                return new Option(agent(agent.getKey()), null, region, own || agent.getValue());
            }
        }
        return Option.of(region, own);
    }

    /** The agent that is a place though it lacks its number; null when there is none. */
    @Nullable KnownAgent sameAs(Place place) {
        var keys = NameKey.of(place.name()).forms();
        var known = known(keys);
        return known.isEmpty()
                ? null
                : join(new Named(place, true), known, gazetteer.named(keys)).agent();
    }

    /** By the number in GeoNames; without one by country, state and position. */
    private static boolean isSame(KnownAgent agent, Named named, List<Named> places) {
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
        var distance = new Option(agent, null, null, true).distance(new Point(place.latitude(), place.longitude()));
        return distance != null
                ? distance <= SAME
                : places.stream()
                                // New Delhi is called Delhi at times, and is not the one that always is
                                .filter(other -> other.own() || !named.own())
                                .map(Named::place)
                                .filter(other -> other.country().equals(place.country()))
                                .filter(other -> agent.stateId() == null
                                        || other.state() == null
                                        || agent.stateId().equals(other.state()))
                                .filter(other -> other.rank().compareTo(place.rank()) <= 0)
                                .count()
                        == 1;
    }

    /** By name, and by the code of its own or, of a county, of the subdivision it lies in. */
    static boolean isSame(KnownAgent agent, Region region) {
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
