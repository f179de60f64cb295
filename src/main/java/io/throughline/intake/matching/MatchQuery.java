package io.throughline.intake.matching;

import io.throughline.reference.name.NameKey;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A written agent, read: under which names to look, and what else is known of it.
 *
 * @param exact keys of the name and of other names beside it
 * @param bare keys without legal forms
 * @param reduced keys farther from it, to look for when the others lead nowhere
 * @param regional keys as regions are looked for, without words such as "province"
 * @param country ISO 3166-1 alpha-2; null when the list gives none that is known
 * @param hints what is said about where it lies, but for the country
 * @param inName those of them that stand in the name itself
 * @param point where it lies; null when the list does not say or names no point on earth
 * @param spelledElsewhere whether a place in another country bears the name with exactly its marks, which few do
 */
record MatchQuery(
        ListedAgent written,
        NameKey key,
        Set<String> exact,
        Set<String> bare,
        Set<String> reduced,
        Set<String> regional,
        @Nullable String country,
        List<LocationHint> hints,
        List<LocationHint> inName,
        @Nullable GeoPoint point,
        boolean spelledElsewhere) {

    /**
     * Whether the name has letters with marks that this one lacks, and a place elsewhere has exactly them: {@code Patù} is
     * not in Brazil, where there is a Patu.
     */
    boolean isSpelledOtherwise(String other) {
        return spelledElsewhere
                && !other.equalsIgnoreCase(MatchQueryParser.composed(written.name()))
                && key.plain().equals(NameKey.of(other).plain());
    }

    /** Points that are meant when a sign is wrong or latitude and longitude are swapped. */
    List<GeoPoint> mistaken() {
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

    /** What stands in the name and is no place that is known: another name, or something else. */
    List<LocationHint> additions() {
        return inName.stream().filter(hint -> !hint.understood()).toList();
    }

    /** Whether it stands in brackets; what follows a comma is more often a second name. */
    boolean isInBrackets(LocationHint hint) {
        return written.name().contains("(" + hint.text() + ")");
    }

    /** Whether the list says anything about where it lies. */
    boolean isLocated() {
        return country != null || point != null || hints.stream().anyMatch(LocationHint::understood);
    }

    boolean canBeCity() {
        return written.kind() == ListedAgent.Kind.CITY || written.kind() == ListedAgent.Kind.ANY;
    }
}
