package io.throughline.reference.date;

import java.time.LocalDate;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Whether something held on a day, as far as its sources tell. */
public enum Truth {
    HOLDS,
    DOES_NOT_HOLD,
    UNKNOWN;

    /**
     * Whether something that is valid from one date to another held on a day. It held when the day lies surely between
     * the two; it did not when the day lies surely outside; in all other cases nobody can tell. A missing end says
     * nothing, but a source that saw it in force later does: from its start to that day it is taken to have held.
     *
     * @param from when it began, null when not recorded
     * @param to the first day on which it no longer held, null when not recorded
     * @param observed a day, known as far as the date tells, on which a source says that it held; null when none says
     * @param day the day asked for
     */
    public static Truth on(
            @Nullable PartialDate from, @Nullable PartialDate to, @Nullable PartialDate observed, LocalDate day) {
        if (from != null && from.earliest() != null && day.isBefore(from.earliest())) {
            return DOES_NOT_HOLD;
        }
        if (to != null && to.latest() != null && !day.isBefore(to.latest())) {
            return DOES_NOT_HOLD;
        }
        var begun = reached(from, day) || (observed != null && reached(observed, day));
        var unfinished = to != null && to.earliest() != null && day.isBefore(to.earliest())
                || observed != null && observed.earliest() != null && !day.isAfter(observed.earliest());
        return begun && unfinished ? HOLDS : UNKNOWN;
    }

    /** The same with several observations: what the one of them tells that tells most. */
    public static Truth on(
            @Nullable PartialDate from, @Nullable PartialDate to, Collection<PartialDate> observed, LocalDate day) {
        var bare = on(from, to, (PartialDate) null, day);
        return bare == UNKNOWN && observed.stream().anyMatch(each -> on(from, to, each, day) == HOLDS) ? HOLDS : bare;
    }

    private static boolean reached(@Nullable PartialDate date, LocalDate day) {
        return date != null && date.latest() != null && !day.isBefore(date.latest());
    }
}
