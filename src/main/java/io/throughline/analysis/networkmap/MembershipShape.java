package io.throughline.analysis.networkmap;

/** Whether memberships are drawn as edges, as nodes, or as ties between members that share organizations. */
public enum MembershipShape {
    EDGE,
    NODE,
    SHARED
}
