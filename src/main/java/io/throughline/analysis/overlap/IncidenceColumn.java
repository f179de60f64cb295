package io.throughline.analysis.overlap;

import io.throughline.model.membership.Coverage;

/**
 * One organization of a membership matrix. Both counts cover all rows, including those cut off.
 *
 * @param recorded number of members in it
 * @param unknown number of members for which this is unknown
 */
public record IncidenceColumn(String id, int recorded, int unknown, Coverage coverage) {}
