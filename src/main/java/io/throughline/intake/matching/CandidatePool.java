package io.throughline.intake.matching;

import io.throughline.model.search.KnownAgent;
import io.throughline.model.search.NamedAgent;
import io.throughline.model.search.PlaceIdentity;
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
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The candidates for the agents of a list: agents in the graph and places in the gazetteer, joined where they are the
 * same.
 */
final class CandidatePool {

    private final Gazetteer gazetteer;
    private final Map<String, List<NamedAgent>> agentsByName;
    private final Map<String, KnownAgent> agents;

    /**
     * Creates a pool from what was read from the graph.
     *
     * @param agentsByName the agents by the keys of their names
     * @param agents the same agents by id
     */
    CandidatePool(Gazetteer gazetteer, Map<String, List<NamedAgent>> agentsByName, Map<String, KnownAgent> agents) {
        this.gazetteer = gazetteer;
        this.agentsByName = agentsByName;
        this.agents = agents;
    }

    /** The candidates with one of the names, in the country of the query or, if it has none, anywhere. */
    List<CandidatePlace> named(Collection<String> keys, MatchQuery query) {
        return named(keys, query.regional(), query.country(), query);
    }

    /** The same, but regions only if they have one of exactly these names. */
    List<CandidatePlace> namedOnly(Set<String> keys, MatchQuery query) {
        return named(keys, keys, query.country(), query);
    }

    /** The candidates with one of the names in other countries. */
    List<CandidatePlace> elsewhere(MatchQuery query) {
        return named(query.exact(), query.regional(), null, query).stream()
                .filter(candidate -> !isIn(candidate, query.country()))
                .toList();
    }

    private List<CandidatePlace> named(
            Collection<String> keys, Set<String> regional, @Nullable String country, MatchQuery query) {
        var joined = new LinkedHashMap<Object, CandidatePlace>();
        var known = known(keys);
        known.putAll(regionsKnown(regional, known));
        var places =
                query.listed().kind() == ListedAgent.Kind.ORGANIZATION ? List.<NamedPlace>of() : gazetteer.named(keys);
        var regions = query.listed().kind() == ListedAgent.Kind.ORGANIZATION
                ? List.<GazetteerRegion>of()
                : gazetteer.regionsNamed(regional);
        var candidates = new ArrayList<CandidatePlace>();
        for (var named : places) {
            candidates.add(join(named, known, places));
        }
        for (var region : regions) {
            candidates.add(join(region, regional, known));
        }
        for (var candidate : candidates) {
            joined.merge(candidate.identity(), candidate, (one, other) -> one.own() ? one : other);
        }
        known.forEach((id, own) -> joined.putIfAbsent(id, new CandidatePlace(agent(id), null, null, own)));
        return joined.values().stream()
                .filter(candidate -> isIn(candidate, country))
                .toList();
    }

    /** The name of a subdivision; its code if it is not in the gazetteer, null for null. */
    @Nullable String regionName(@Nullable String iso) {
        var region = iso == null ? null : gazetteer.region(iso);
        return region == null ? iso : region.name();
    }

    /** Whether a candidate also has the name that a hint gives. */
    boolean isAlsoNamed(CandidatePlace candidate, LocationHint hint) {
        var agent = candidate.agent();
        var place = candidate.place();
        return agent != null
                        && hint.names().stream()
                                .flatMap(key -> agentsByName.getOrDefault(key, List.of()).stream())
                                .anyMatch(named -> named.id().equals(agent.id()))
                || place != null
                        && gazetteer.named(hint.names()).stream()
                                .anyMatch(named -> named.place().geonames() == place.geonames());
    }

    static boolean isIn(CandidatePlace candidate, @Nullable String country) {
        var candidateCountry = candidate.country();
        return country == null
                || country.equals(candidateCountry)
                || candidateCountry != null && CountryLookup.isTerritory(candidateCountry, country)
                || candidateCountry == null && candidate.agent() != null && !candidate.isResolved();
    }

    /** The ids of the agents with one of the names, each with whether that is their main name. */
    private Map<String, Boolean> known(Collection<String> keys) {
        var known = new LinkedHashMap<String, Boolean>();
        for (var key : keys) {
            for (var agent : agentsByName.getOrDefault(key, List.of())) {
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
            if (PlaceIdentity.isSame(agent(agent.getKey()), named, places)) {
                return new CandidatePlace(agent(agent.getKey()), place, null, named.own() || agent.getValue());
            }
        }
        return CandidatePlace.of(place, named.own());
    }

    private CandidatePlace join(GazetteerRegion region, Set<String> regional, Map<String, Boolean> known) {
        var own = RegionWords.forms(NameKey.of(region.name())).stream().anyMatch(regional::contains);
        for (var agent : known.entrySet()) {
            if (PlaceIdentity.isSame(agent(agent.getKey()), region)) {
                return new CandidatePlace(agent(agent.getKey()), null, region, own || agent.getValue());
            }
        }
        return CandidatePlace.of(region, own);
    }

    /** The agent that is this place although it has no GeoNames number; null when there is none. */
    @Nullable KnownAgent sameAs(GazetteerPlace place) {
        var keys = NameKey.of(place.name()).forms();
        var known = known(keys);
        return known.isEmpty()
                ? null
                : join(new NamedPlace(place, true), known, gazetteer.named(keys))
                        .agent();
    }

    private KnownAgent agent(String id) {
        return Objects.requireNonNull(agents.get(id));
    }
}
