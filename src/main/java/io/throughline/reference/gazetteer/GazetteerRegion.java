package io.throughline.reference.gazetteer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A subdivision of a country, of the first or second level.
 *
 * @param iso ISO 3166-2; null for a county of the United States, which has none
 * @param country ISO 3166-1 alpha-2
 * @param whole ISO 3166-2 of the subdivision it is part of; null when it is part of none
 * @param kind STATE, PROVINCE, REGION, COUNTY, PREFECTURE or DISTRICT
 * @param geonames its number in GeoNames; null when not known
 * @param names all its names, {@code name} first
 * @param nameSource where {@code name} comes from
 */
public record GazetteerRegion(
        @Nullable String iso,
        String country,
        @Nullable String whole,
        String kind,
        String name,
        @Nullable Integer geonames,
        List<String> names,
        NameSource nameSource) {

    /** Where the English name of a subdivision comes from. */
    public enum NameSource {
        /** Unicode CLDR 48, unless it has no name or an outdated one. */
        CLDR,
        /** GeoNames, as of 2026. */
        GEONAMES,
        /** ISO 3166-2, where GeoNames is outdated too. */
        ISO
    }
}
