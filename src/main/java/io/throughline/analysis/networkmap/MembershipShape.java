package io.throughline.analysis.networkmap;

/** Whether memberships are drawn as lines, as things, or as what two members share. */
public enum MembershipShape {
    EDGE,
    NODE,
    SHARED
}
