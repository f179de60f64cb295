package io.throughline.model.agent;

/** The kinds of regions. */
public enum RegionKind {
    STATE,
    PROVINCE,
    REGION,
    COUNTY,
    PREFECTURE,
    DISTRICT
}
