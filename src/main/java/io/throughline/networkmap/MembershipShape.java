package io.throughline.networkmap;

/** Whether memberships are drawn as lines or as things. */
public enum MembershipShape {
    EDGE,
    NODE
}
