package io.throughline.analysis.projection;

import java.util.List;

/**
 * A city or region and the requested organizations it is in.
 *
 * @param organizationIds the requested organizations it is in
 * @param unknown number of organizations in which membership is unknown on the requested day; 0 without a day
 */
record ProjectedMember(String id, List<String> organizationIds, int unknown) {}
