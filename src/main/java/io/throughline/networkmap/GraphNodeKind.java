package io.throughline.networkmap;

/** What a node of a map stands for. */
public enum GraphNodeKind {
    CAMPAIGN,
    NETWORK,
    BODY,
    CITY,
    REGION,
    MEMBERSHIP
}
