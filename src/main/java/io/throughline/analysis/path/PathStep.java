package io.throughline.analysis.path;

import io.throughline.model.membership.ValidityBounds;
import io.throughline.model.source.Status;
import io.throughline.reference.date.Truth;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One membership as a step from one agent to another. If its role holds in both directions, it can also lead from the
 * organization to the member.
 *
 * @param status the status of the membership; null if no source states it
 * @param lapsed whether it has ended, or a later complete list does not have it
 * @param bounds the days that bound it
 */
record PathStep(
        String fromId,
        String toId,
        String membershipId,
        @Nullable Status status,
        boolean lapsed,
        ValidityBounds bounds) {

    /**
     * Whether a path may take this step.
     *
     * @param day the requested day; null for none, which excludes those that have lapsed
     */
    boolean isUsable(@Nullable LocalDate day) {
        if (status == Status.NOT_MEMBER) {
            return false;
        }
        return day == null ? !lapsed : on(day) != Truth.DOES_NOT_HOLD;
    }

    /** The step in the other direction, for a role that holds in both. */
    PathStep reversed() {
        return new PathStep(toId, fromId, membershipId, status, lapsed, bounds);
    }

    /** Whether it held on a day. */
    Truth on(LocalDate day) {
        return bounds.on(day, status == Status.NOT_MEMBER);
    }
}
