package io.throughline.networkmap;

/** What a node of a map stands for. */
enum GraphNodeKind {
    CAMPAIGN,
    NETWORK,
    BODY,
    CITY,
    REGION,
    MEMBERSHIP
}
