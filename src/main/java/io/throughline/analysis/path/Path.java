package io.throughline.analysis.path;

import io.throughline.reference.date.Truth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A way from one agent to another.
 *
 * @param steps at least one; each begins where the one before ends, and none comes back to where the way has been
 */
record Path(List<Step> steps) {

    public int length() {
        return steps.size();
    }

    /**
     * From one agent to the next.
     *
     * @param membershipIds what ties the two, at least one
     * @param holds whether one of them held on the day asked for; null when no day is
     */
    record Step(
            String fromId,
            String toId,
            List<String> membershipIds,
            @Nullable Truth holds) {}
}
