package io.throughline.model.figure;

import io.throughline.model.membership.MemberList;
import io.throughline.model.source.Claim;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Claims about one subject that cannot all be true or are worded differently.
 *
 * @param metric what is counted; null unless numbers differ
 * @param property what is stated differently
 * @param claims all sides that claims state, in order of claim id; at least two, or one and a list
 * @param lists complete lists that do not have a member that a claim states
 * @param note how they differ, in a sentence
 */
record Disagreement(
        String aboutId,
        @Nullable Metric metric,
        String property,
        List<Claim> claims,
        List<MemberList> lists,
        String note) {}
