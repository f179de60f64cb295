package io.throughline.analysis.path;

import io.throughline.model.membership.Membership;
import io.throughline.model.membership.MembershipRole;
import io.throughline.model.membership.ValidityBounds;
import io.throughline.model.source.Status;
import io.throughline.reference.date.Truth;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A membership that a path may follow.
 *
 * @param id the id of the membership
 * @param status the status of the membership; null if no source states it
 * @param lapsed whether it has ended, or a later complete list does not have it
 * @param bounds the days that bound it
 * @param membership the membership itself, with all that the request selects; null if it has to be looked up
 */
record MembershipEdge(
        String id,
        String memberId,
        String organizationId,
        MembershipRole role,
        @Nullable Status status,
        boolean lapsed,
        ValidityBounds bounds,
        @Nullable Membership membership) {

    /**
     * Whether a path may follow it.
     *
     * @param day the requested day; null for none, which excludes memberships that have lapsed
     */
    boolean isUsable(@Nullable LocalDate day) {
        if (status == Status.NOT_MEMBER) {
            return false;
        }
        return day == null ? !lapsed : on(day) != Truth.DOES_NOT_HOLD;
    }

    /** Whether it held on a day. */
    Truth on(LocalDate day) {
        return bounds.on(day, status == Status.NOT_MEMBER);
    }

    /** Which way it leads from one of its two ends. */
    StepDirection directionFrom(String agentId) {
        if (role.isSymmetric()) {
            return StepDirection.ACROSS;
        }
        return agentId.equals(memberId) ? StepDirection.UP : StepDirection.DOWN;
    }
}
