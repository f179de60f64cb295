package io.throughline.analysis.overlap;

import io.throughline.model.membership.Coverage;

/**
 * One organization of an incidence.
 *
 * @param recorded how many of all rows are in it
 * @param unknown of how many of all rows nobody can tell
 */
public record IncidenceColumn(String id, int recorded, int unknown, Coverage coverage) {}
