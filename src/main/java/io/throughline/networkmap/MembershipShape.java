package io.throughline.networkmap;

/** Whether memberships are drawn as lines or as things. */
enum MembershipShape {
    EDGE,
    NODE
}
