package io.throughline.intake.suggestion;

/** What a column can mean in a mapping. */
public enum ColumnMeaning {
    /** The name of the member. */
    NAME,
    /** Whether the member is a city, a region or an organization. */
    KIND,
    /** The country of the member. */
    COUNTRY,
    /** The state, province or the like that the member is in. */
    STATE,
    /** Degrees north. */
    LATITUDE,
    /** Degrees east. */
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
    /** Whether the row is a member of something, as a yes or no. */
    FLAG,
    /** Nothing that a mapping needs, or nothing that was recognised. */
    UNUSED
}
