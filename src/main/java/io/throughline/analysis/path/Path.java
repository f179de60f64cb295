package io.throughline.analysis.path;

import io.throughline.reference.date.Truth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A path from one agent to another.
 *
 * @param steps at least one; each starts where the previous one ends, and no agent is visited twice
 */
record Path(List<Step> steps) {

    public int length() {
        return steps.size();
    }

    /**
     * A step from one agent to the next.
     *
     * @param membershipIds the memberships that connect the two, at least one
     * @param holds whether one of them held on the requested day; null without a day
     */
    record Step(
            String fromId,
            String toId,
            List<String> membershipIds,
            @Nullable Truth holds) {}
}
