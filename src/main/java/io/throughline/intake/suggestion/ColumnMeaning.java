package io.throughline.intake.suggestion;

/** What a column can mean in a mapping. */
public enum ColumnMeaning {
    /** The name of the member. */
    NAME,
    /** Whether the member is a city, a region or an organization. */
    KIND,
    /** The country of the member. */
    COUNTRY,
    /** The state, province or the like of the member. */
    STATE,
    /** Latitude in degrees north. */
    LATITUDE,
    /** Longitude in degrees east. */
    LONGITUDE,
    /** Both coordinates in one cell. */
    POINT,
    /** Number of inhabitants. */
    POPULATION,
    /** GeoNames number. */
    GEONAMES,
    /** Wikidata id. */
    WIKIDATA,
    /** UN/LOCODE. */
    UNLOCODE,
    /** When the membership began. */
    VALID_FROM,
    /** When the membership ended. */
    VALID_TO,
    /** The day that the row is about. */
    AS_OF,
    /** Several networks in one cell. */
    TAGS,
    /** Yes or no, such as whether the member is in a network. */
    FLAG,
    /** Nothing a mapping needs, or nothing recognized with certainty. */
    UNUSED
}
