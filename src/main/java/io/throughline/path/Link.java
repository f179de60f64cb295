package io.throughline.path;

import io.throughline.date.PartialDate;
import io.throughline.date.Truth;
import io.throughline.source.Status;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One membership as a step from one agent to another. Of a role that holds both ways it can lead from the organization
 * to the member.
 *
 * @param status where in its life the membership stands; null when no source says
 * @param seen the days on which sources that count it as in force speak of it
 */
record Link(
        String fromId,
        String toId,
        String membershipId,
        @Nullable Status status,
        @Nullable PartialDate validFrom,
        @Nullable PartialDate validTo,
        List<PartialDate> seen) {

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
        return new Link(toId, fromId, membershipId, status, validFrom, validTo, seen);
    }

    /** Whether it held on a day, by the observation that tells most. */
    Truth on(LocalDate day) {
        return Truth.on(validFrom, validTo, seen, day);
    }
}
