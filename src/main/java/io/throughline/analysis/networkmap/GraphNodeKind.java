package io.throughline.analysis.networkmap;

/** What a node of a map represents. */
public enum GraphNodeKind {
    CAMPAIGN,
    NETWORK,
    BODY,
    CITY,
    REGION,
    MEMBERSHIP
}
