package io.throughline.path;

import io.throughline.date.Truth;
import io.throughline.membership.Held;
import io.throughline.source.Status;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One membership as a step from one agent to another. Of a role that holds both ways it can lead from the organization
 * to the member.
 *
 * @param status where in its life the membership stands; null when no source says
 * @param held what is sure of its time
 */
record Link(
        String fromId,
        String toId,
        String membershipId,
        @Nullable Status status,
        Held held) {

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
    Link reversed() {
        return new Link(toId, fromId, membershipId, status, held);
    }

    /** Whether it held on a day. */
    Truth on(LocalDate day) {
        return held.on(day, status == Status.NOT_MEMBER);
    }
}
