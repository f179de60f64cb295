package io.throughline.analysis.networkmap;

import java.util.List;

/**
 * The memberships among the agents of a map.
 *
 * @param shown in order of id
 * @param leftOut how many more there are
 */
record MembershipTies(List<MembershipTie> shown, int leftOut) {}
