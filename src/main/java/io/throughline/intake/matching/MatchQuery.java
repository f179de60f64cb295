package io.throughline.intake.matching;

import io.throughline.infra.builder.StagedBuilder;
import io.throughline.model.search.GeoPoint;
import io.throughline.reference.name.NameKey;
import java.text.Normalizer;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What to look for to find one listed agent: the names to search and what else the list says about it.
 *
 * @param exact keys of the name and of other names given with it
 * @param bare keys without legal forms
 * @param reduced keys of reduced forms, to try when the others find nothing
 * @param regional keys for searching regions, without words such as "province"
 * @param country ISO 3166-1 alpha-2; null when the list gives none that is known
 * @param hints hints about the location, except the country
 * @param inName the hints that are part of the name itself
 * @param point the position; null when the list gives none, or one that is not on Earth
 * @param spelledElsewhere whether a place in another country has the name with exactly its accents, which is rare
 * @param parts the names that the cell consists of, more than one in "Wien (Vienna)" and in "Chicago, Houston"
 * @param countryUnknown whether the list gives a country that is not known
 * @param notes what was set aside when reading the name
 * @param repaired the name as it may have been before its encoding was damaged; null if it does not look damaged
 */
@StagedBuilder
record MatchQuery(
        ListedAgent listed,
        NameKey key,
        Set<String> exact,
        Set<String> bare,
        Set<String> reduced,
        Set<String> regional,
        @Nullable String country,
        List<LocationHint> hints,
        List<LocationHint> inName,
        @Nullable GeoPoint point,
        boolean spelledElsewhere,
        List<NamePart> parts,
        boolean countryUnknown,
        List<MatchNote> notes,
        @Nullable NamePart repaired) {

    private static final Pattern DASH = Pattern.compile("\\s[-–—=]\\s");

    /**
     * Whether the name has accents that this one lacks, and a place in another country has exactly them: {@code Patù}
     * is not in Brazil, although Brazil has a Patu.
     */
    boolean isSpelledDifferently(String other) {
        return spelledElsewhere
                && !other.equalsIgnoreCase(composed(listed.name()))
                && key.plain().equals(NameKey.of(other).plain());
    }

    /** A name in Unicode normalization form C: each letter and its accents are one character. */
    static String composed(String name) {
        return Normalizer.normalize(name.strip(), Normalizer.Form.NFC);
    }

    /** The points that may be meant: with a sign changed, or with latitude and longitude swapped. */
    List<GeoPoint> correctedPoints() {
        if (point == null) {
            return List.of();
        }
        var latitude = point.latitude();
        var longitude = point.longitude();
        return List.of(
                        new GeoPoint(latitude, -longitude),
                        new GeoPoint(-latitude, longitude),
                        new GeoPoint(longitude, latitude),
                        new GeoPoint(-longitude, latitude),
                        new GeoPoint(longitude, -latitude))
                .stream()
                .filter(GeoPoint::isOnEarth)
                .toList();
    }

    /** The hints in the name that are not a known country or subdivision: another name, or something else. */
    List<LocationHint> unexplainedHints() {
        return inName.stream().filter(hint -> !hint.isKnown()).toList();
    }

    /** Whether a hint is in brackets; text after a comma is more often a second name. */
    boolean isInBrackets(LocationHint hint) {
        return listed.name().contains("(" + hint.text() + ")");
    }

    /** Whether the list says anything about the location. */
    boolean isLocated() {
        return country != null || point != null || hints.stream().anyMatch(LocationHint::isKnown);
    }

    /** Whether there is a dash between names, which joins those of one place less often than a slash does. */
    boolean hasDashBetweenNames() {
        return parts.stream().filter(NamePart::proper).count() > 1
                && DASH.matcher(listed.name()).find();
    }

    boolean canBeCity() {
        return listed.kind() == ListedAgent.Kind.CITY || listed.kind() == ListedAgent.Kind.ANY;
    }
}
