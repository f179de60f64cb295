package io.throughline.reference.date;

import java.time.LocalDate;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Whether something held on a day, as far as its sources say. */
public enum Truth {
    HOLDS,
    DOES_NOT_HOLD,
    UNKNOWN;

    /**
     * Whether something that is valid from one date to another held on a day. It held if the day is surely between the
     * two, and did not hold if the day is surely outside; otherwise that is unknown. A missing end says nothing, but a
     * source that saw it in force later does: it counts as held from its start to that day.
     *
     * @param from when it began, null when not recorded
     * @param to the first day on which it no longer held, null when not recorded
     * @param observed a day, as precise as its date, on which a source says that it held; null when no source does
     * @param day the day in question
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

    /** The same with several observations: it held if one of them shows that. */
    public static Truth on(
            @Nullable PartialDate from, @Nullable PartialDate to, Collection<PartialDate> observed, LocalDate day) {
        var unobserved = on(from, to, (PartialDate) null, day);
        return unobserved == UNKNOWN && observed.stream().anyMatch(each -> on(from, to, each, day) == HOLDS)
                ? HOLDS
                : unobserved;
    }

    private static boolean reached(@Nullable PartialDate date, LocalDate day) {
        return date != null && date.latest() != null && !day.isBefore(date.latest());
    }
}
