package io.throughline.reference.gazetteer;

import io.throughline.infra.builder.StagedBuilder;
import org.jspecify.annotations.Nullable;

/**
 * A populated place of the gazetteer.
 *
 * @param geonames its number in GeoNames
 * @param country ISO 3166-1 alpha-2
 * @param division the first-level division it is in, as GeoNames codes it, e.g. {@code US.MA}
 * @param state ISO 3166-2 of the first-level subdivision it is in: that division or, where it covers several, one below
 *     it; null when there is none or it is not known
 * @param stateName the name of the division that is its state in GeoNames; null when it is not known
 * @param districtCode ISO 3166-2 of the second-level division where GeoNames codes it so, e.g. {@code IT-CN}; otherwise
 *     the country's code and one that means nothing outside GeoNames
 * @param district the name of the second-level division in GeoNames; null when there is none or it is not known
 * @param latitude degrees WGS 84
 * @param longitude degrees WGS 84
 * @param population of the populated place, sometimes of the agglomeration; null when not known. GeoNames gives no year
 */
@StagedBuilder
public record GazetteerPlace(
        int geonames,
        String name,
        String country,
        String division,
        @Nullable String state,
        @Nullable String stateName,
        String districtCode,
        @Nullable String district,
        Rank rank,
        double latitude,
        double longitude,
        @Nullable Integer population) {

    /** How important a place is locally, the most important first. */
    public enum Rank {
        /** A capital, or the seat of a division of any level: usually a local government of its own. */
        SEAT,
        /** Any other town or village. */
        SETTLEMENT,
        /** A part of a town. */
        SECTION
    }
}
