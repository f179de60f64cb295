package io.throughline.intake.matching;

import io.throughline.intake.matching.KnownAgent.Register;
import io.throughline.reference.gazetteer.Gazetteer;
import io.throughline.reference.gazetteer.GazetteerPlace;
import io.throughline.reference.gazetteer.GazetteerRegion;
import io.throughline.reference.gazetteer.NamedPlace;
import io.throughline.reference.name.NameKey;
import io.throughline.writing.ledger.NewAgent;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Agents to be added, with ids that follow from the gazetteer alone, so that whoever adds a place gives it the same:
 * name and country; the state as well, or the number in GeoNames, where others in the country share the name.
 */
final class AgentProposals {

    private final Gazetteer gazetteer;

    AgentProposals(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    /** The ids an option can be added under, the usual one first. */
    List<String> ids(CandidatePlace option) {
        var place = option.place();
        return place != null ? ids(place) : ids(Objects.requireNonNull(option.region()));
    }

    private List<String> ids(GazetteerPlace place) {
        var slug = slug(place.name());
        var country = place.country().toLowerCase(Locale.ROOT);
        var numbered = "%s-%s-%d".formatted(slug, country, place.geonames());
        if (!slug.matches("[a-z0-9-]+")) {
            return List.of("geonames-" + place.geonames());
        }
        var namesakes = namesakes(place);
        var regions = gazetteer.regionsNamed(NameKey.of(place.name()).forms()).stream()
                .filter(region -> region.country().equals(place.country()))
                .toList();
        if (namesakes.isEmpty() && regions.isEmpty()) {
            return List.of(slug + "-" + country, numbered);
        }
        var state = place.state();
        if (state == null
                || namesakes.stream().anyMatch(other -> state.equals(other.state()))
                || regions.stream().anyMatch(region -> state.equals(region.iso()) || state.equals(region.whole()))) {
            return List.of(numbered);
        }
        return List.of(slug + "-" + state.toLowerCase(Locale.ROOT), numbered);
    }

    private List<GazetteerPlace> namesakes(GazetteerPlace place) {
        return gazetteer.named(NameKey.of(place.name()).forms()).stream()
                .filter(NamedPlace::own)
                .map(NamedPlace::place)
                .filter(other -> other.country().equals(place.country()) && other.geonames() != place.geonames())
                .toList();
    }

    private List<String> ids(GazetteerRegion region) {
        var slug = slug(region.name());
        var country = region.country().toLowerCase(Locale.ROOT);
        if (region.iso() == null) {
            return List.of(slug + "-" + Objects.requireNonNull(region.whole()).toLowerCase(Locale.ROOT));
        }
        var coded = (slug + "-" + region.iso()).toLowerCase(Locale.ROOT);
        var keys = NameKey.of(region.name()).forms();
        var alone = gazetteer.named(keys).stream()
                        .noneMatch(
                                named -> named.own() && named.place().country().equals(region.country()))
                && gazetteer.regionsNamed(keys).stream()
                                .filter(other -> other.country().equals(region.country()))
                                .count()
                        <= 1;
        return alone ? List.of(slug + "-" + country, coded) : List.of(coded);
    }

    private static String slug(String name) {
        return NameKey.of(name).plain().replace(' ', '-');
    }

    /**
     * The agent to be added. An id in use is its own if the same place was added under it before and left the answers.
     *
     * @param inUse what in the graph has those of {@link #ids} that are in use, by its numbers in registers
     */
    NewAgent of(CandidatePlace option, Map<String, Set<Register>> inUse) {
        var numbers = identifiers(option);
        var ids = ids(option);
        var id = ids.stream()
                .filter(free -> !inUse.containsKey(free)
                        || inUse.get(free).stream()
                                .anyMatch(number -> number.value().equals(numbers.get(number.scheme()))))
                .findFirst()
                .orElse(ids.get(ids.size() - 1));
        var place = option.place();
        return place != null
                ? new NewAgent(
                        id,
                        "City",
                        "CITY",
                        place.name(),
                        place.country(),
                        option.state(),
                        place.latitude(),
                        place.longitude(),
                        option.population(),
                        null,
                        numbers)
                : of(id, Objects.requireNonNull(option.region()), option.state(), numbers);
    }

    private static NewAgent of(String id, GazetteerRegion region, @Nullable String state, Map<String, String> numbers) {
        return new NewAgent(
                id, "Region", region.kind(), region.name(), region.country(), state, null, null, null, null, numbers);
    }

    private static Map<String, String> identifiers(CandidatePlace option) {
        var place = option.place();
        if (place != null) {
            return Map.of("geonames", String.valueOf(place.geonames()));
        }
        var region = Objects.requireNonNull(option.region());
        var numbers = new TreeMap<String, String>();
        if (region.iso() != null) {
            numbers.put("iso3166-2", region.iso());
        }
        if (region.geonames() != null) {
            numbers.put("geonames", region.geonames().toString());
        }
        return Map.copyOf(numbers);
    }
}
