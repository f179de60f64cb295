package io.throughline.agent;

/** What sort of organization something is. */
public enum OrganizationKind {
    CAMPAIGN,
    TRACK,
    NETWORK,
    INITIATIVE,
    PROGRAMME,
    UNIT,
    CONSTITUENCY,
    OFFICE,
    BODY
}
