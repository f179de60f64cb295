package io.throughline.model.search;

/**
 * A position on Earth.
 *
 * @param latitude degrees WGS 84
 * @param longitude degrees WGS 84
 */
public record GeoPoint(double latitude, double longitude) {

    /** Mean radius of the earth, km (IUGG). */
    private static final double EARTH = 6371.0088;

    /** Whether it has a latitude and longitude that exist. */
    public boolean isOnEarth() {
        return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
    }

    /** Kilometres along a great circle, by the haversine formula. */
    public double distance(GeoPoint other) {
        var north = Math.toRadians(other.latitude - latitude);
        var east = Math.toRadians(other.longitude - longitude);
        var half = Math.pow(Math.sin(north / 2), 2)
                + Math.cos(Math.toRadians(latitude))
                        * Math.cos(Math.toRadians(other.latitude))
                        * Math.pow(Math.sin(east / 2), 2);
        return 2 * EARTH * Math.asin(Math.min(1, Math.sqrt(half)));
    }
}
