package io.throughline.intake.mapping;

/**
 * A rule that leaves rows out.
 *
 * @param name for the report, with the line it stands in
 */
record RowRule(String name, RowCondition where, String reason) {}
