package io.throughline.intake.mapping;

import java.util.Map;

/**
 * A known mistake of a list.
 *
 * @param where the rows that have it
 * @param set columns and what they are read as
 * @param reason why
 */
record RowCorrection(RowCondition where, Map<String, String> set, String reason) {}
