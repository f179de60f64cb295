package io.throughline.model.agent;

/** What sort of place something is. */
public enum PlaceKind {
    WORLD,
    WORLD_REGION,
    COUNTRY,
    SUBDIVISION,
    CITY
}
