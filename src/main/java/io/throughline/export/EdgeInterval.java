package io.throughline.export;

import io.throughline.reference.date.PartialDate;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The days during which a tool that only knows whole days should show an edge. For a date such as 2021 it takes the day
 * by which the edge had certainly begun and the last on which it had certainly not ended, so that nothing is shown too
 * early or too long. If no such days remain, it covers all days on which the edge may have held; if a date is open, its
 * one end counts.
 *
 * @param start the first day; null if no start is recorded
 * @param end the last day; null if no end is recorded
 */
record EdgeInterval(@Nullable LocalDate start, @Nullable LocalDate end) {

    static EdgeInterval of(ExportEdge edge) {
        var sure =
                new EdgeInterval(either(edge.validFrom(), false), before(either(edge.validTo(), true), edge.notFrom()));
        if (!sure.isReversed()) {
            return sure;
        }
        var possible =
                new EdgeInterval(either(edge.validFrom(), true), before(either(edge.validTo(), false), edge.notFrom()));
        return possible.isReversed() ? new EdgeInterval(possible.start(), possible.start()) : possible;
    }

    private boolean isReversed() {
        return start != null && end != null && end.isBefore(start);
    }

    private static @Nullable LocalDate either(@Nullable PartialDate date, boolean earliestFirst) {
        if (date == null) {
            return null;
        }
        var first = earliestFirst ? date.earliest() : date.latest();
        return first != null ? first : earliestFirst ? date.latest() : date.earliest();
    }

    /** The last day, from the first on which it no longer held. */
    private static @Nullable LocalDate before(@Nullable LocalDate end, @Nullable LocalDate otherwise) {
        var day = end != null ? end : otherwise;
        return day == null ? null : day.minusDays(1);
    }
}
