package io.throughline.writing.ledger;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A city or region to be added.
 *
 * @param id made from the name and country (and what else tells it from its namesakes), so that everybody who adds it
 *     gives it the same, e.g. {@code monza-it}
 * @param label {@code City} or {@code Region}
 * @param kind a word of CityKind or RegionKind
 * @param countryId id of the place that is its country, ISO 3166-1 alpha-2; null when not known
 * @param stateId id of the place that is its state, ISO 3166-2; null when not known
 * @param latitude degrees WGS 84
 * @param longitude degrees WGS 84
 * @param populationYear the year of the count; null when not known
 * @param identifiers by scheme, e.g. {@code geonames}
 */
public record NewAgent(
        String id,
        String label,
        String kind,
        String name,
        @Nullable String countryId,
        @Nullable String stateId,
        @Nullable Double latitude,
        @Nullable Double longitude,
        @Nullable Long population,
        @Nullable Integer populationYear,
        Map<String, String> identifiers) {

    /** Id of the country it lies in; without one of its own that of its state, with which ISO 3166-2 codes begin. */
    @Nullable String lyingInId() {
        return countryId == null && stateId != null ? stateId.replaceFirst("-.*", "") : countryId;
    }
}
