package io.throughline.model.agent;

/** The kinds of places. */
public enum PlaceKind {
    WORLD,
    WORLD_REGION,
    COUNTRY,
    SUBDIVISION,
    CITY
}
