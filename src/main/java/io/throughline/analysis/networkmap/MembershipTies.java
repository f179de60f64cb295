package io.throughline.analysis.networkmap;

import java.util.List;

/**
 * The memberships between the agents on a map.
 *
 * @param shown in order of id
 * @param leftOut number of further memberships
 */
record MembershipTies(List<MembershipTie> shown, int leftOut) {}
