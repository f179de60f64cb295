package io.throughline.intake.mapping;

import com.google.re2j.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The columns with the position of a member: two cells, or one with a WKT point, {@code POINT (longitude latitude)}.
 *
 * @param latitude null if the position is given as a point
 * @param longitude null if the position is given as a point
 * @param point null if the position is given in two cells
 */
record CoordinateColumns(
        @Nullable ValueExpression latitude,
        @Nullable ValueExpression longitude,
        @Nullable ValueExpression point) {

    /** Degrees WGS 84. */
    record Position(double latitude, double longitude) {}

    private static final Pattern POINT = Pattern.compile("(?i)POINT\\s*\\(\\s*(\\S+)\\s+(\\S+)\\s*\\)");
    /** With an exponent too, as R and Python write degrees near zero: {@code 6.09999988228083E-3}. */
    private static final Pattern DECIMAL = Pattern.compile("[+-]?\\d{1,3}(?:\\.\\d*)?(?:[eE]-?\\d{1,2})?");

    /** The column of the point or of the latitude; null if there is none. */
    @Nullable String column() {
        var first = point != null ? point : latitude;
        return first == null ? null : first.column();
    }

    /** The position; null if there is none or, with a finding, if it is invalid. */
    @Nullable Position read(RowCells cells, RowFindings findings) {
        if (point != null) {
            return readPoint(point, cells, findings);
        }
        if (latitude == null || longitude == null) {
            return null;
        }
        var latitudeText = latitude.evaluate(cells, findings::note);
        var longitudeText = longitude.evaluate(cells, findings::note);
        if (latitudeText == null && longitudeText == null) {
            return null;
        }
        if (latitudeText == null || longitudeText == null) {
            var missing = latitudeText == null ? latitude.column() : longitude.column();
            findings.note("HALF_A_POSITION", missing, "one coordinate is missing; the other is left out");
            return null;
        }
        return position(latitudeText, longitudeText, latitude.column(), findings);
    }

    private static @Nullable Position readPoint(ValueExpression point, RowCells cells, RowFindings findings) {
        var text = point.evaluate(cells, findings::note);
        if (text == null) {
            return null;
        }
        var parts = POINT.matcher(text);
        if (!parts.matches()) {
            findings.note(
                    "NOT_A_POSITION",
                    point.column(),
                    "'%s' is not a position (expected POINT (longitude latitude)); it is left out".formatted(text));
            return null;
        }
        return position(parts.group(2), parts.group(1), point.column(), findings);
    }

    private static @Nullable Position position(
            String latitudeText, String longitudeText, @Nullable String column, RowFindings findings) {
        if (!DECIMAL.matcher(latitudeText).matches()
                || !DECIMAL.matcher(longitudeText).matches()) {
            findings.note(
                    "NOT_A_POSITION",
                    column,
                    "latitude '%s' and longitude '%s' are not both degrees such as -33.45; both are left out"
                            .formatted(latitudeText, longitudeText));
            return null;
        }
        var latitude = Double.parseDouble(latitudeText);
        var longitude = Double.parseDouble(longitudeText);
        if (Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180) {
            return new Position(latitude, longitude);
        }
        var swapped = Math.abs(latitude) <= 180 && Math.abs(longitude) <= 90;
        findings.note(
                swapped ? "COORDINATES_SWAPPED" : "NOT_A_POSITION",
                column,
                "latitude %s is not between -90 and 90 or longitude %s is not between -180 and 180%s; both are left out"
                        .formatted(latitudeText, longitudeText, swapped ? " (they seem to be swapped)" : ""));
        return null;
    }
}
