package io.throughline.intake.matching;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A position in a list that leads to the agent only when it is put right.
 *
 * @param code {@code COORDINATES_SWAPPED} or {@code WRONG_SIGN}
 * @param message for a person
 */
public record CoordinateError(String code, String message) {

    /** What is wrong with the point of a list; null when nothing is, or it is not clear what. */
    static @Nullable CoordinateError of(CandidatePlace option, MatchQuery asked) {
        var point = asked.point();
        var away = point == null ? null : option.distance(point);
        if (point == null || away == null || away <= MatchEvidence.NEAR) {
            return null;
        }
        for (var meant : asked.mistaken()) {
            var distance = option.distance(meant);
            if (distance != null && distance <= MatchEvidence.THERE) {
                return of(point, Math.abs(meant.latitude()) != Math.abs(point.latitude()), option.name(), away);
            }
        }
        return null;
    }

    private static CoordinateError of(GeoPoint point, boolean swapped, String name, double away) {
        return new CoordinateError(
                swapped ? "COORDINATES_SWAPPED" : "WRONG_SIGN",
                String.format(
                        Locale.ROOT,
                        "latitude %s and longitude %s are %,.0f km from %s, and there when %s; they are left out",
                        point.latitude(),
                        point.longitude(),
                        away,
                        name,
                        swapped ? "swapped" : "a sign is changed"));
    }
}
