package io.throughline.model.agent;

/** What a local government is called where it is listed. */
public enum CityKind {
    CITY,
    TOWN,
    MUNICIPALITY,
    COMMUNITY
}
