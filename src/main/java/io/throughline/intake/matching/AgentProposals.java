package io.throughline.intake.matching;

import io.throughline.model.search.KnownAgent.AgentIdentifier;
import io.throughline.reference.gazetteer.Gazetteer;
import io.throughline.reference.gazetteer.GazetteerPlace;
import io.throughline.reference.gazetteer.GazetteerRegion;
import io.throughline.reference.id.IdSyntax;
import io.throughline.reference.name.NameKey;
import io.throughline.writing.ledger.NewAgent;
import io.throughline.writing.ledger.NewAgentBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Proposes agents to add. Their ids depend on the gazetteer alone, so a place gets the same id in every graph: name and
 * country; where others in the country share the name, also the state or the GeoNames number.
 */
final class AgentProposals {

    private final Gazetteer gazetteer;

    /** By GeoNames number; namesakes, of which there can be hundreds, are looked up for each. */
    private final Map<Integer, List<String>> idsOfPlaces = new HashMap<>();

    AgentProposals(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    /** The ids under which a candidate can be added, the usual one first. */
    List<String> ids(CandidatePlace candidate) {
        var place = candidate.place();
        return place != null
                ? idsOfPlaces.computeIfAbsent(place.geonames(), number -> ids(place))
                : ids(Objects.requireNonNull(candidate.region()));
    }

    private List<String> ids(GazetteerPlace place) {
        var slug = slug(place.name());
        var country = place.country().toLowerCase(Locale.ROOT);
        var withNumber = "%s-%s-%d".formatted(slug, country, place.geonames());
        if (!slug.matches("[a-z0-9-]+")) {
            return List.of("geonames-" + place.geonames());
        }
        var namesakes = namesakes(place);
        var regions = gazetteer.regionsNamed(NameKey.of(place.name()).forms()).stream()
                .filter(region -> region.country().equals(place.country()))
                .toList();
        if (namesakes.isEmpty() && regions.isEmpty()) {
            return List.of(slug + "-" + country, withNumber);
        }
        var state = place.state();
        if (state == null
                || namesakes.stream().anyMatch(other -> state.equals(other.state()))
                || regions.stream().anyMatch(region -> state.equals(region.iso()) || state.equals(region.whole()))) {
            return List.of(withNumber);
        }
        return List.of(slug + "-" + state.toLowerCase(Locale.ROOT), withNumber);
    }

    private List<GazetteerPlace> namesakes(GazetteerPlace place) {
        return gazetteer.properlyNamed(NameKey.of(place.name()).forms(), place.country()).stream()
                .filter(other -> other.geonames() != place.geonames())
                .toList();
    }

    private List<String> ids(GazetteerRegion region) {
        var slug = slug(region.name());
        var country = region.country().toLowerCase(Locale.ROOT);
        if (region.iso() == null) {
            return List.of(slug + "-" + Objects.requireNonNull(region.whole()).toLowerCase(Locale.ROOT));
        }
        var withCode = (slug + "-" + region.iso()).toLowerCase(Locale.ROOT);
        var keys = NameKey.of(region.name()).forms();
        var isUnique = gazetteer.properlyNamed(keys, region.country()).isEmpty()
                && gazetteer.regionsNamed(keys).stream()
                                .filter(other -> other.country().equals(region.country()))
                                .count()
                        <= 1;
        return isUnique ? List.of(slug + "-" + country, withCode) : List.of(withCode);
    }

    private static String slug(String name) {
        return IdSyntax.slug(NameKey.of(name).plain());
    }

    /**
     * Proposes the agent to add. An id in use is free for it if the same place was added under that id before and has
     * been withdrawn.
     *
     * @param inUse those of {@link #ids} that are in use, each with the identifiers of the node that has it
     */
    NewAgent propose(CandidatePlace candidate, Map<String, Set<AgentIdentifier>> inUse) {
        var identifiers = identifiers(candidate);
        var ids = ids(candidate);
        var id = ids.stream()
                .filter(candidateId -> !inUse.containsKey(candidateId)
                        || inUse.get(candidateId).stream()
                                .anyMatch(
                                        identifier -> identifier.value().equals(identifiers.get(identifier.scheme()))))
                .findFirst()
                .orElse(ids.get(ids.size() - 1));
        var place = candidate.place();
        return place != null
                ? NewAgentBuilder.builder()
                        .id(id)
                        .label("City")
                        .kind("CITY")
                        .name(place.name())
                        .identifiers(identifiers)
                        .countryId(place.country())
                        .stateId(candidate.state())
                        .latitude(place.latitude())
                        .longitude(place.longitude())
                        .population(candidate.population())
                        .build()
                : region(id, Objects.requireNonNull(candidate.region()), candidate.state(), identifiers);
    }

    private static NewAgent region(
            String id, GazetteerRegion region, @Nullable String state, Map<String, String> identifiers) {
        return NewAgentBuilder.builder()
                .id(id)
                .label("Region")
                .kind(region.kind())
                .name(region.name())
                .identifiers(identifiers)
                .countryId(region.country())
                .stateId(state)
                .build();
    }

    private static Map<String, String> identifiers(CandidatePlace candidate) {
        var place = candidate.place();
        if (place != null) {
            return Map.of("geonames", String.valueOf(place.geonames()));
        }
        var region = Objects.requireNonNull(candidate.region());
        var identifiers = new TreeMap<String, String>();
        if (region.iso() != null) {
            identifiers.put("iso3166-2", region.iso());
        }
        if (region.geonames() != null) {
            identifiers.put("geonames", region.geonames().toString());
        }
        return Map.copyOf(identifiers);
    }
}
