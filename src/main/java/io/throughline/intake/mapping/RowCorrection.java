package io.throughline.intake.mapping;

import java.util.Map;

/**
 * Corrects a known mistake in a list.
 *
 * @param where the rows with the mistake
 * @param set the texts to read instead, by column
 * @param reason how the mistake is known
 */
record RowCorrection(RowCondition where, Map<String, String> set, String reason) {}
