package io.throughline.intake.mapping;

import com.google.re2j.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a list says a member is: two cells, or one with a point of WKT, {@code POINT (longitude latitude)}.
 *
 * @param latitude null when they come as a point
 * @param longitude null when they come as a point
 * @param point null when they come in two cells
 */
record CoordinateColumns(
        @Nullable ValueExpression latitude,
        @Nullable ValueExpression longitude,
        @Nullable ValueExpression point) {

    /** Degrees WGS 84. */
    record Position(double latitude, double longitude) {}

    private static final Pattern POINT = Pattern.compile("(?i)POINT\\s*\\(\\s*(\\S+)\\s+(\\S+)\\s*\\)");
    private static final Pattern DECIMAL = Pattern.compile("[+-]?\\d{1,3}(?:\\.\\d*)?");

    /** The column of both, or of the first; null when there is none. */
    @Nullable String column() {
        var first = point != null ? point : latitude;
        return first == null ? null : first.column();
    }

    /** The position; null when there is none or it cannot be one, which is remarked on. */
    @Nullable Position take(RowCells cells, RowFindings remarks) {
        if (point != null) {
            return ofPoint(point, cells, remarks);
        }
        if (latitude == null || longitude == null) {
            return null;
        }
        var north = latitude.take(cells, remarks::note);
        var east = longitude.take(cells, remarks::note);
        if (north == null && east == null) {
            return null;
        }
        if (north == null || east == null) {
            var missing = north == null ? latitude.column() : longitude.column();
            remarks.note("HALF_A_POSITION", missing, "one coordinate is missing, so the other is left out");
            return null;
        }
        return position(north, east, latitude.column(), remarks);
    }

    private static @Nullable Position ofPoint(ValueExpression point, RowCells cells, RowFindings remarks) {
        var text = point.take(cells, remarks::note);
        if (text == null) {
            return null;
        }
        var parts = POINT.matcher(text);
        if (!parts.matches()) {
            remarks.note(
                    "NOT_A_POSITION",
                    point.column(),
                    "'%s' is not POINT (longitude latitude) and is left out".formatted(text));
            return null;
        }
        return position(parts.group(2), parts.group(1), point.column(), remarks);
    }

    private static @Nullable Position position(
            String north, String east, @Nullable String column, RowFindings remarks) {
        if (!DECIMAL.matcher(north).matches() || !DECIMAL.matcher(east).matches()) {
            remarks.note(
                    "NOT_A_POSITION",
                    column,
                    "latitude '%s' and longitude '%s' are not both degrees such as -33.45 and are left out"
                            .formatted(north, east));
            return null;
        }
        var latitude = Double.parseDouble(north);
        var longitude = Double.parseDouble(east);
        if (Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180) {
            return new Position(latitude, longitude);
        }
        var swapped = Math.abs(latitude) <= 180 && Math.abs(longitude) <= 90;
        remarks.note(
                swapped ? "COORDINATES_SWAPPED" : "NOT_A_POSITION",
                column,
                "latitude %s is not between -90 and 90 or longitude %s not between -180 and 180%s; both are left out"
                        .formatted(north, east, swapped ? ", so they seem to be swapped" : ""));
        return null;
    }
}
