package io.throughline.intake.matching;

import io.throughline.model.search.GeoPoint;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds errors in the position that a list gives: only the corrected position is at the agent. */
final class CoordinateError {

    /** The error in the position of a query; null without an error, or when it is unclear which one it is. */
    static @Nullable MatchNote of(CandidatePlace candidate, MatchQuery query) {
        var point = query.point();
        var distanceAsListed = point == null ? null : candidate.distance(point);
        if (point == null || distanceAsListed == null || distanceAsListed <= MatchEvidence.NEAR_KM) {
            return null;
        }
        for (var corrected : query.correctedPoints()) {
            var distance = candidate.distance(corrected);
            if (distance != null && distance <= MatchEvidence.AT_POINT_KM) {
                return of(
                        point,
                        Math.abs(corrected.latitude()) != Math.abs(point.latitude()),
                        candidate.name(),
                        distanceAsListed);
            }
        }
        return null;
    }

    private static MatchNote of(GeoPoint point, boolean swapped, String name, double distanceAsListed) {
        return new MatchNote(
                swapped ? "COORDINATES_SWAPPED" : "WRONG_SIGN",
                String.format(
                        Locale.ROOT,
                        "latitude %s and longitude %s are %,.0f km from %s, but match it when %s; the position was left out",
                        point.latitude(),
                        point.longitude(),
                        distanceAsListed,
                        name,
                        swapped ? "swapped" : "one sign is changed"));
    }

    private CoordinateError() {}
}
