package io.throughline.model.agent;

/** What sort of region something is. */
public enum RegionKind {
    STATE,
    PROVINCE,
    REGION,
    COUNTY,
    PREFECTURE,
    DISTRICT
}
