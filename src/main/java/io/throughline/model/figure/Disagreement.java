package io.throughline.model.figure;

import io.throughline.model.source.Claim;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Statements about one thing that cannot all be true, or that say it differently.
 *
 * @param metric what is counted, when numbers differ
 * @param property what is stated differently
 * @param claims all sides, in order of claim id; at least two
 * @param note in what they differ, in a sentence
 */
record Disagreement(String aboutId, @Nullable Metric metric, String property, List<Claim> claims, String note) {}
