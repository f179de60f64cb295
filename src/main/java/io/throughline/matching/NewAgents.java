package io.throughline.matching;

import io.throughline.gazetteer.Gazetteer;
import io.throughline.gazetteer.Named;
import io.throughline.gazetteer.Place;
import io.throughline.gazetteer.Region;
import io.throughline.ledger.NewAgent;
import io.throughline.name.NameKey;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Agents to be added, with ids that follow from the gazetteer alone, so that whoever adds a place gives it the same:
 * name and country; the state as well, or the number in GeoNames, where others in the country share the name.
 */
final class NewAgents {

    private final Gazetteer gazetteer;

    NewAgents(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    /** The ids an option can be added under, the usual one first. */
    List<String> ids(Option option) {
        var place = option.place();
        return place != null ? ids(place) : ids(Objects.requireNonNull(option.region()));
    }

    private List<String> ids(Place place) {
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

    private List<Place> namesakes(Place place) {
        return gazetteer.named(NameKey.of(place.name()).forms()).stream()
                .filter(Named::own)
                .map(Named::place)
                .filter(other -> other.country().equals(place.country()) && other.geonames() != place.geonames())
                .toList();
    }

    private List<String> ids(Region region) {
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

    /** All ids of the graph on which the agent to be added depends. */
    Stream<String> asked(Option option) {
        return Stream.concat(ids(option).stream(), Stream.ofNullable(option.state()));
    }

    /**
     * The agent to be added.
     *
     * @param inUse those of {@link #asked} that something in the graph has
     */
    NewAgent of(Option option, Set<String> inUse) {
        var ids = ids(option);
        var id = ids.stream().filter(free -> !inUse.contains(free)).findFirst().orElse(ids.get(ids.size() - 1));
        var state = option.state() != null && inUse.contains(option.state()) ? option.state() : null;
        var place = option.place();
        return place != null
                ? new NewAgent(
                        id,
                        "City",
                        "CITY",
                        place.name(),
                        place.country(),
                        state,
                        place.latitude(),
                        place.longitude(),
                        option.population(),
                        null,
                        Map.of("geonames", String.valueOf(place.geonames())))
                : of(id, Objects.requireNonNull(option.region()), state);
    }

    private static NewAgent of(String id, Region region, @Nullable String state) {
        var identifiers = region.iso() == null
                ? Map.<String, String>of()
                : region.geonames() == null
                        ? Map.of("iso3166-2", region.iso())
                        : Map.of(
                                "iso3166-2",
                                region.iso(),
                                "geonames",
                                region.geonames().toString());
        return new NewAgent(
                id,
                "Region",
                region.kind(),
                region.name(),
                region.country(),
                state,
                null,
                null,
                null,
                null,
                identifiers);
    }
}
