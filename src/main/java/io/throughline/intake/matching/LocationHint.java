package io.throughline.intake.matching;

import io.throughline.reference.gazetteer.Gazetteer;
import io.throughline.reference.gazetteer.GazetteerRegion;
import io.throughline.reference.gazetteer.RegionWords;
import io.throughline.reference.name.NameKey;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Something a list says about where an agent lies: a state beside the name, or what stands behind a comma or in brackets.
 *
 * @param countries ISO 3166-1 alpha-2 of the countries it can mean; {@code CA} is Canada and California
 * @param regions ISO 3166-2 of the subdivisions it can mean
 * @param wholes ISO 3166-2 of these and of the subdivisions they are part of
 * @param names what it says as keys, with and without words such as "province"
 */
record LocationHint(String text, Set<String> countries, Set<String> regions, Set<String> wholes, Set<String> names) {

    /** How an agent's place answers to a hint. */
    enum Fit {
        FITS,
        OPEN,
        CONTRADICTS
    }

    /**
     * What a text says.
     *
     * @param country where to look, ISO 3166-1 alpha-2; null for anywhere
     */
    static LocationHint of(String text, @Nullable String country, Gazetteer gazetteer) {
        var names = RegionWords.forms(NameKey.of(text));
        var code = text.strip().replace(".", "").toUpperCase(Locale.ROOT);
        var meant = new LinkedHashSet<>(gazetteer.regionsNamed(names));
        if (code.matches("[A-Z]{2}-[A-Z0-9]{1,3}")) {
            add(meant, gazetteer.region(code));
        } else if (code.matches("[A-Z0-9]{1,3}")) {
            (country == null ? CODED : List.of(country))
                    .forEach(place -> add(meant, gazetteer.region(place + "-" + code)));
        }
        meant.removeIf(region -> country != null && !region.country().equals(country));
        var named = gazetteer.countries().code(text);
        return new LocationHint(
                text,
                named == null ? Set.of() : Set.of(named),
                isos(meant.stream().map(GazetteerRegion::iso)),
                isos(meant.stream().flatMap(region -> Stream.of(region.iso(), region.whole()))),
                names);
    }

    /** Where people write the codes of states and provinces behind the names of cities. */
    private static final List<String> CODED = List.of("US", "CA", "AU", "BR", "MX", "IT");

    private static void add(Set<GazetteerRegion> regions, @Nullable GazetteerRegion region) {
        if (region != null) {
            regions.add(region);
        }
    }

    private static Set<String> isos(Stream<@Nullable String> codes) {
        return codes.filter(Objects::nonNull).collect(Collectors.toSet());
    }

    /** Whether it can mean a subdivision. */
    boolean means(GazetteerRegion region) {
        return region.iso() != null && regions.contains(region.iso());
    }

    /** Whether it is a place that is known. */
    boolean understood() {
        return !countries.isEmpty() || !regions.isEmpty();
    }

    Fit fit(CandidatePlace option) {
        var state = option.state();
        var country = option.country();
        if (country != null && countries.contains(country)
                || state != null && regions.contains(state)
                || option.districts().anyMatch(regions::contains)
                || option.areaNames().anyMatch(names::contains)) {
            return Fit.FITS;
        }
        if (!understood() || country == null && state == null) {
            return Fit.OPEN;
        }
        // a province of another name than the gazetteer's, or a place of which the state is not known
        var inside = state == null
                ? regions.stream().anyMatch(region -> region.startsWith(country + "-"))
                : wholes.contains(state);
        return inside ? Fit.OPEN : Fit.CONTRADICTS;
    }
}
