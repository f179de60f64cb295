package io.throughline.writing.ledger;

import io.throughline.infra.builder.StagedBuilder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A city or region to be added.
 *
 * @param id derived from the name and country (and whatever else distinguishes it from its namesakes), so that it gets the
 *     same id whenever it is added, e.g. {@code viareggio-it}
 * @param label {@code City} or {@code Region}
 * @param kind a constant of CityKind or RegionKind
 * @param countryId ISO 3166-1 alpha-2 code of its country, which is the id of that place; null when unknown
 * @param stateId ISO 3166-2 code of its state, which is the id of that place; null when unknown
 * @param latitude degrees WGS 84
 * @param longitude degrees WGS 84
 * @param populationYear the year of the count; null when unknown
 * @param identifiers by scheme, e.g. {@code geonames}
 */
@StagedBuilder
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

    /** The country id; if not given, taken from the state, whose ISO 3166-2 code begins with it. */
    @Nullable String countryOrStatesCountryId() {
        return countryId == null && stateId != null ? stateId.replaceFirst("-.*", "") : countryId;
    }

    /** The same agent in another state. */
    NewAgent in(@Nullable String otherStateId) {
        return NewAgentBuilder.builder()
                .id(id)
                .label(label)
                .kind(kind)
                .name(name)
                .identifiers(identifiers)
                .countryId(countryId)
                .stateId(otherStateId)
                .latitude(latitude)
                .longitude(longitude)
                .population(population)
                .populationYear(populationYear)
                .build();
    }
}
