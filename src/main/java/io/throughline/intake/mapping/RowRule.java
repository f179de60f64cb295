package io.throughline.intake.mapping;

/**
 * A rule that leaves rows out.
 *
 * @param name for the report, with its line in the mapping
 */
record RowRule(String name, RowCondition where, String reason) {}
