package io.throughline.intake.matching;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A level of government that a name states, and that shares its name with a government of another level: the canton of
 * Geneva is not the city, a rural municipality in Estonia is not the town that it surrounds.
 *
 * @param country ISO 3166-1 alpha-2
 * @param stated in the key of a name
 * @param isOther whether a candidate certainly has another level
 * @param level for a person
 */
record GovernmentLevel(String country, Pattern stated, Predicate<CandidatePlace> isOther, String level) {

    /** A gmina with a city this large is the city's own, and called a town. */
    private static final long RURAL = 30_000;

    private static final List<GovernmentLevel> ALL = List.of(
            city(
                    "IT",
                    "^(?:citta metropolitana di|metropolitan city of|provincia di|province of) ",
                    "metropolitan city or province"),
            city("CH", "^(?:canton|kanton|cantone) ", "canton"),
            city("EE", " (?:vald|parish|rural municipality)$", "rural municipality"),
            city("GB", "(?<!city and )(?<!metropolitan )district council$", "district"),
            city("LV", " novads$", "municipality around a town"),
            city("LT", " (?:district municipality|district|rajono savivaldybe|rajonas)$", "district municipality"),
            city("TH", "^changwat | province$", "province"),
            city("PL", "^powiat | county$", "county"),
            new GovernmentLevel(
                    "PL",
                    Pattern.compile("^gmina (?!miasto|miejska)"),
                    candidate -> candidate.isCity() && Disambiguator.inhabitants(candidate) >= RURAL,
                    "gmina"),
            new GovernmentLevel(
                    "US",
                    Pattern.compile("^township of | township$"),
                    candidate -> candidate.isCity() && !"US-NJ".equals(candidate.state()),
                    "township"),
            new GovernmentLevel(
                    "US",
                    Pattern.compile("^town of "),
                    candidate -> candidate.isCity() && "US-NY".equals(candidate.state()),
                    "town of New York State"),
            city("CA", "^township of | township$", "township"),
            region("US", "^county of | county$", "COUNTY", "county"),
            region("NZ", " district(?: council)?$", "DISTRICT", "district"),
            region("LT", " district(?: municipality)?$", "DISTRICT", "district municipality"));

    private static GovernmentLevel city(String country, String stated, String level) {
        return new GovernmentLevel(country, Pattern.compile(stated), CandidatePlace::isCity, level);
    }

    /**
     * A level that only regions of one kind have.
     *
     * @param kind as in {@code GazetteerRegion}
     */
    private static GovernmentLevel region(String country, String stated, String kind, String level) {
        return new GovernmentLevel(
                country,
                Pattern.compile(stated),
                candidate ->
                        candidate.region() != null && !candidate.region().kind().equals(kind),
                level);
    }

    /** The level that a name states and a candidate does not have; null when it states none. */
    static @Nullable String contradictedBy(CandidatePlace candidate, String key) {
        return ALL.stream()
                .filter(level -> level.country.equals(candidate.country())
                        && level.isOther.test(candidate)
                        && level.stated.matcher(key).find())
                .findFirst()
                .map(GovernmentLevel::level)
                .orElse(null);
    }
}
