package io.throughline.analysis.projection;

/** What the nodes of a projection are. */
enum ProjectionOf {
    ORGANIZATIONS,
    MEMBERS
}
