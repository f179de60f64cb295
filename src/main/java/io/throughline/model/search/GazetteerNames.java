package io.throughline.model.search;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import io.throughline.model.search.KnownAgent.AgentIdentifier;
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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds agents by the names that the gazetteer has for them: in other languages and scripts, and former ones. Looks names
 * up in memory; the graph is asked once for the agents that are the places found.
 */
@Component
class GazetteerNames {

    private static final int SHOWN = 3;

    /** From this many inhabitants on, a namesake makes it doubtful which place is meant, as in {@link NamesakeList}. */
    private static final int LARGE = 50_000;

    private final Gazetteer gazetteer;
    private final NameQueries queries;

    GazetteerNames(Gazetteer gazetteer, NameQueries queries) {
        this.gazetteer = gazetteer;
        this.queries = queries;
    }

    /**
     * An agent in the graph that is a place with a name looked up.
     *
     * @param name as the gazetteer spells it
     * @param place the place; null for a region
     * @param region the region; null for a place
     */
    record GazetteerHit(
            KnownAgent agent,
            String name,
            @Nullable GazetteerPlace place,
            @Nullable GazetteerRegion region) {

        NamedAgent named() {
            return new NamedAgent(
                    agent.id(), name, NameOrigin.GAZETTEER, false, true, agent.countryId(), agent.stateId(), 0);
        }
    }

    /**
     * What the gazetteer knows of the names looked up, by their keys.
     *
     * @param agents the agents in the graph
     * @param places all places with a name, whether or not they are in the graph
     * @param regions all regions with a name, whether or not they are in the graph
     */
    record NamesFound(
            Map<String, List<GazetteerHit>> agents,
            Map<String, List<NamedPlace>> places,
            Map<String, List<GazetteerRegion>> regions) {

        static final NamesFound NOTHING = new NamesFound(Map.of(), Map.of(), Map.of());

        /** Whether one of these is the name of a place or region. */
        boolean contains(Collection<String> keys) {
            return keys.stream().anyMatch(key -> places.containsKey(key) || regions.containsKey(key));
        }

        /**
         * Only agents that are likely to be called by the name in a list: large places and regions, but not regions that have it
         * only if words such as "Province of" are left out.
         */
        NamesFound wellKnown() {
            var wellKnown = new LinkedHashMap<String, List<GazetteerHit>>();
            agents.forEach((key, hits) -> wellKnown.put(
                    key,
                    hits.stream()
                            .filter(hit -> hit.place() == null || inhabitants(hit.place()) >= LARGE)
                            .filter(hit -> NameKey.of(hit.name()).forms().contains(key))
                            .toList()));
            return new NamesFound(wellKnown, places, regions);
        }

        /** The agents with one of these names. */
        Stream<GazetteerHit> agents(Collection<String> keys) {
            return keys.stream().flatMap(key -> agents.getOrDefault(key, List.of()).stream());
        }

        /** The large places with one of these names that are not this agent, for a person: {@code Delhi (IN)}. */
        List<String> largeNamesakes(Collection<String> keys, String agentId, @Nullable String country) {
            var own = agents(keys)
                    .filter(hit -> hit.agent().id().equals(agentId))
                    .map(GazetteerHit::place)
                    .filter(Objects::nonNull)
                    .collect(toSet());
            return places(keys)
                    .filter(place -> !own.contains(place) && inhabitants(place) >= LARGE)
                    .filter(place -> country == null || country.equals(place.country()))
                    .map(NamesFound::shown)
                    .toList();
        }

        /**
         * Lists the places and regions with one of these names that are missing from the graph, as users see them, e.g.
         * {@code Chennai (IN), Madras (US)}: places first, the largest at the top. Null if nothing is missing.
         */
        @Nullable String missing(Collection<String> keys, @Nullable String country) {
            var knownPlaces = agents(keys).map(GazetteerHit::place).collect(toSet());
            var knownRegions = agents(keys).map(GazetteerHit::region).collect(toSet());
            var missing = Stream.concat(
                            places(keys)
                                    .filter(place -> !knownPlaces.contains(place))
                                    .filter(place -> country == null || country.equals(place.country()))
                                    .map(NamesFound::shown),
                            keys.stream()
                                    .flatMap(key -> regions.getOrDefault(key, List.of()).stream())
                                    .distinct()
                                    .filter(region -> !knownRegions.contains(region))
                                    .filter(region -> country == null || country.equals(region.country()))
                                    .map(region -> "%s (%s)".formatted(region.name(), region.country())))
                    .distinct()
                    .toList();
            return missing.isEmpty()
                    ? null
                    : missing.stream().limit(SHOWN).collect(joining(", "))
                            + (missing.size() > SHOWN ? " and %d more".formatted(missing.size() - SHOWN) : "");
        }

        private Stream<GazetteerPlace> places(Collection<String> keys) {
            return keys.stream()
                    .flatMap(key -> places.getOrDefault(key, List.of()).stream())
                    .map(NamedPlace::place)
                    .distinct()
                    .sorted(comparing(NamesFound::inhabitants).reversed().thenComparing(GazetteerPlace::geonames));
        }

        private static int inhabitants(GazetteerPlace place) {
            var population = place.population();
            return population == null ? 0 : population;
        }

        private static String shown(GazetteerPlace place) {
            return "%s (%s)".formatted(place.name(), place.country());
        }
    }

    /**
     * The places and regions with the names looked up, for which the agents are still to be read from the graph.
     *
     * @param places by the keys of their names
     * @param regions by the keys of their names
     */
    record PlacesNamed(Map<String, List<NamedPlace>> places, Map<String, List<GazetteerRegion>> regions) {

        static final PlacesNamed NOTHING = new PlacesNamed(Map.of(), Map.of());

        boolean isEmpty() {
            return places.isEmpty() && regions.isEmpty();
        }

        /** The numbers and codes that agents which are these places may have. */
        List<AgentIdentifier> identifiers() {
            return Stream.concat(
                            places.values().stream().flatMap(List::stream).map(named -> number(named.place())),
                            regions.values().stream().flatMap(List::stream).flatMap(GazetteerNames::codes))
                    .distinct()
                    .toList();
        }

        /** The keys of the main names that agents which are these places have if they have no number. */
        List<String> mainKeys() {
            return places.values().stream()
                    .flatMap(List::stream)
                    .flatMap(named -> GazetteerNames.mainKeys(named.place()).stream())
                    .distinct()
                    .toList();
        }
    }

    /** Looks names up in the graph too; takes at most one statement, however many there are. */
    NamesFound find(Collection<String> keys) {
        var named = named(keys);
        return named.isEmpty()
                ? NamesFound.NOTHING
                : join(named, queries.known(Set.of(), named.identifiers(), named.mainKeys()));
    }

    /** Looks names up in the gazetteer alone. */
    PlacesNamed named(Collection<String> keys) {
        var places = new LinkedHashMap<String, List<NamedPlace>>();
        var regions = new LinkedHashMap<String, List<GazetteerRegion>>();
        for (var key : keys) {
            var placesNamed = gazetteer.named(List.of(key));
            if (!placesNamed.isEmpty()) {
                places.put(key, placesNamed);
            }
            var regionsNamed = gazetteer.regionsNamed(RegionWords.forms(new NameKey(key, key)));
            if (!regionsNamed.isEmpty()) {
                regions.put(key, regionsNamed);
            }
        }
        return new PlacesNamed(places, regions);
    }

    /**
     * Joins places with the agents that they are.
     *
     * @param known all agents that have one of {@link PlacesNamed#identifiers()} or {@link PlacesNamed#mainKeys()}
     */
    NamesFound join(PlacesNamed named, List<KnownAgent> known) {
        return new NamesFound(agents(named.places(), named.regions(), known), named.places(), named.regions());
    }

    private Map<String, List<GazetteerHit>> agents(
            Map<String, List<NamedPlace>> places, Map<String, List<GazetteerRegion>> regions, List<KnownAgent> known) {
        if (known.isEmpty()) {
            return Map.of();
        }
        var byIdentifier = new LinkedHashMap<AgentIdentifier, List<KnownAgent>>();
        known.forEach(agent -> agent.identifiers()
                .forEach(identifier -> byIdentifier
                        .computeIfAbsent(identifier, each -> new ArrayList<>())
                        .add(agent)));
        var unnumbered = known.stream()
                .filter(agent -> agent.city() && !agent.has("geonames"))
                .flatMap(agent -> NameKey.of(agent.name()).forms().stream().map(key -> Map.entry(key, agent)))
                .collect(groupingBy(Map.Entry::getKey));
        var hits = new LinkedHashMap<String, List<GazetteerHit>>();
        places.forEach((key, named) -> named.forEach(place -> {
            var numbered = byIdentifier.getOrDefault(number(place.place()), List.of()).stream()
                    .filter(agent -> PlaceIdentity.isSame(agent, place, named));
            var others = mainKeys(place.place()).stream()
                    .flatMap(main -> unnumbered.getOrDefault(main, List.of()).stream())
                    .map(Map.Entry::getValue)
                    .filter(agent -> isPlaceOfItsName(agent, place.place()));
            Stream.concat(numbered, others)
                    .forEach(agent -> hits.computeIfAbsent(key, each -> new ArrayList<>())
                            .add(new GazetteerHit(agent, spelling(place.place(), key), place.place(), null)));
        }));
        regions.forEach((key, named) -> named.forEach(region -> codes(region)
                .flatMap(code -> byIdentifier.getOrDefault(code, List.of()).stream())
                .distinct()
                .filter(agent -> agent.resolved() && PlaceIdentity.isSame(agent, region))
                .forEach(agent -> hits.computeIfAbsent(key, each -> new ArrayList<>())
                        .add(new GazetteerHit(agent, spelling(region, key), null, region)))));
        return hits;
    }

    private boolean isPlaceOfItsName(KnownAgent agent, GazetteerPlace place) {
        return PlaceIdentity.isSame(agent, new NamedPlace(place, true), gazetteer.named(mainKeys(place)));
    }

    private String spelling(GazetteerPlace place, String key) {
        return Objects.requireNonNullElse(gazetteer.spelling(place.geonames(), List.of(key)), place.name());
    }

    private static String spelling(GazetteerRegion region, String key) {
        return region.names().stream()
                .filter(name -> RegionWords.forms(NameKey.of(name)).contains(key))
                .findFirst()
                .orElse(region.name());
    }

    private static List<String> mainKeys(GazetteerPlace place) {
        return NameKey.of(place.name()).forms();
    }

    private static AgentIdentifier number(GazetteerPlace place) {
        return new AgentIdentifier("geonames", String.valueOf(place.geonames()));
    }

    private static Stream<AgentIdentifier> codes(GazetteerRegion region) {
        return Stream.of(region.iso(), region.whole())
                .filter(Objects::nonNull)
                .map(code -> new AgentIdentifier("iso3166-2", code));
    }
}
