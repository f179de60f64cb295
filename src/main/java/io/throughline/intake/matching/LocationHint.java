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
 * A hint in a list about where an agent is: a state column, or text after a comma or in brackets.
 *
 * @param countries ISO 3166-1 alpha-2 of the countries it can mean; {@code CA} is both Canada and California
 * @param regions ISO 3166-2 of the subdivisions it can mean
 * @param withParents ISO 3166-2 of these subdivisions and of those that contain them
 * @param siblings ISO 3166-2 of the other subdivisions of those that contain them
 * @param names its text as name keys, with and without words such as "province"
 */
record LocationHint(
        String text,
        Set<String> countries,
        Set<String> regions,
        Set<String> withParents,
        Set<String> siblings,
        Set<String> names) {

    /** How a candidate's location agrees with a hint. */
    enum LocationFit {
        FITS,
        OPEN,
        CONTRADICTS
    }

    /**
     * Reads a text.
     *
     * @param country the country to look in, ISO 3166-1 alpha-2; null for any
     */
    static LocationHint of(String text, @Nullable String country, Gazetteer gazetteer) {
        var names = RegionWords.forms(NameKey.of(text));
        var code = text.strip().replace(".", "").toUpperCase(Locale.ROOT);
        var meant = new LinkedHashSet<>(gazetteer.regionsNamed(names));
        if (code.matches("[A-Z]{2}-[A-Z0-9]{1,3}")) {
            add(meant, gazetteer.region(code));
        } else if (code.matches("[A-Z0-9]{1,3}")) {
            (country == null ? COUNTRIES_WITH_CODES : List.of(country))
                    .forEach(place -> add(meant, gazetteer.region(place + "-" + code)));
        }
        meant.removeIf(region -> country != null && !region.country().equals(country));
        var namedCountry = gazetteer.countries().code(text);
        return new LocationHint(
                text,
                namedCountry == null ? Set.of() : Set.of(namedCountry),
                nonNull(meant.stream().map(GazetteerRegion::iso)),
                nonNull(meant.stream().flatMap(region -> Stream.of(region.iso(), region.whole()))),
                siblings(meant, gazetteer),
                names);
    }

    private static Set<String> siblings(Set<GazetteerRegion> meant, Gazetteer gazetteer) {
        return meant.stream()
                .flatMap(region -> region.whole() == null
                        ? Stream.<GazetteerRegion>of()
                        : gazetteer.regionsIn(region.whole()).stream())
                .filter(region -> !meant.contains(region))
                .map(GazetteerRegion::iso)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    /** Countries in which the code of a state or province is commonly written after the name of a city. */
    private static final List<String> COUNTRIES_WITH_CODES = List.of("US", "CA", "AU", "BR", "MX", "IT");

    private static void add(Set<GazetteerRegion> regions, @Nullable GazetteerRegion region) {
        if (region != null) {
            regions.add(region);
        }
    }

    private static Set<String> nonNull(Stream<@Nullable String> codes) {
        return codes.filter(Objects::nonNull).collect(Collectors.toSet());
    }

    /** Whether it can mean this subdivision. */
    boolean means(GazetteerRegion region) {
        return region.iso() != null && regions.contains(region.iso());
    }

    /** Whether it is a known country or subdivision. */
    boolean isKnown() {
        return !countries.isEmpty() || !regions.isEmpty();
    }

    LocationFit fit(CandidatePlace candidate) {
        var state = candidate.state();
        var country = candidate.country();
        if (country != null && countries.contains(country)
                || state != null && regions.contains(state)
                || candidate.districts().anyMatch(regions::contains)
                || candidate.areaNames().anyMatch(names::contains)) {
            return LocationFit.FITS;
        }
        if (!isKnown() || country == null && state == null) {
            return LocationFit.OPEN;
        }
        if (candidate.districts().anyMatch(siblings::contains)) {
            return LocationFit.CONTRADICTS;
        }
        // possible: a province with another name in the gazetteer, or a place whose state is not known
        var isPossible = state == null
                ? regions.stream().anyMatch(region -> region.startsWith(country + "-"))
                : withParents.contains(state);
        return isPossible ? LocationFit.OPEN : LocationFit.CONTRADICTS;
    }
}
