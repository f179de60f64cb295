package io.throughline.analysis.projection;

import java.util.List;

/**
 * A city or region as a set of organizations.
 *
 * @param organizationIds those of the organizations asked for that it is in
 * @param unknown of how many of them nobody can tell on the day asked for; 0 when no day is
 */
record ProjectedMember(String id, List<String> organizationIds, int unknown) {}
