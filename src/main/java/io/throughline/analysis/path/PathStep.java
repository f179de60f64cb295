package io.throughline.analysis.path;

import io.throughline.model.membership.ValidityBounds;
import io.throughline.model.source.Status;
import io.throughline.reference.date.Truth;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One membership as a step from one agent to another. Of a role that holds both ways it can lead from the organization
 * to the member.
 *
 * @param status where in its life the membership stands; null when no source says
 * @param held what is sure of its time
 */
record PathStep(
        String fromId,
        String toId,
        String membershipId,
        @Nullable Status status,
        ValidityBounds held) {

    /**
     * Whether a way may lead here.
     *
     * @param day the day asked for; null when none is, and then what ended is over
     */
    boolean open(@Nullable LocalDate day) {
        if (status == Status.NOT_MEMBER) {
            return false;
        }
        return day == null ? status != Status.ENDED : on(day) != Truth.DOES_NOT_HOLD;
    }

    /** Its way back, of a role that holds both ways. */
    PathStep reversed() {
        return new PathStep(toId, fromId, membershipId, status, held);
    }

    /** Whether it held on a day. */
    Truth on(LocalDate day) {
        return held.on(day, status == Status.NOT_MEMBER);
    }
}
