package io.throughline.mapping;

/**
 * A rule that leaves rows out.
 *
 * @param name for the report, with the line it stands in
 */
record RowRule(String name, Condition where, String reason) {}
