package io.throughline.export;

import io.throughline.reference.date.PartialDate;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The days during which a tool that only knows whole days should show an edge. For a date such as 2021 it takes the day
 * by which the edge had certainly begun and the last on which it had certainly not ended, so that nothing is shown too
 * early or too long. If no such days remain, it covers all days on which the edge may have held; if a date is open, its
 * one end counts. An edge without dates of its own has the days on which sources saw it instead.
 *
 * @param start the first day; null if no start is recorded
 * @param end the last day; null if no end is recorded
 */
record EdgeInterval(@Nullable LocalDate start, @Nullable LocalDate end) {

    /** From its own dates, as stated; both null if there are none. */
    static EdgeInterval of(ExportEdge edge) {
        var notFrom = edge.bounds() == null ? null : edge.bounds().notFrom();
        var sure = new EdgeInterval(either(edge.validFrom(), false), before(either(edge.validTo(), true), notFrom));
        if (!sure.isReversed()) {
            return sure;
        }
        var possible = new EdgeInterval(either(edge.validFrom(), true), before(either(edge.validTo(), false), notFrom));
        return possible.isReversed() ? new EdgeInterval(possible.start(), possible.start()) : possible;
    }

    /**
     * From the first day on which a source surely saw it to the last, if nothing in between says otherwise; from all days that
     * the sightings can mean if none is certain.
     *
     * @return null if it has dates of its own, if no sighting is dated, or if the edge represents several memberships
     */
    static @Nullable EdgeInterval observed(ExportEdge edge) {
        var bounds = edge.bounds();
        var stated = of(edge);
        if (bounds == null
                || stated.start() != null
                || stated.end() != null
                || edge.firstSeen() == null
                || edge.lastSeen() == null) {
            return null;
        }
        var sure = new EdgeInterval(bounds.surelyFrom(), before(bounds.surelyUntil(), null));
        if (sure.start() != null && sure.end() != null && !sure.isReversed()) {
            return sure;
        }
        var possible =
                new EdgeInterval(edge.firstSeen().earliest(), edge.lastSeen().latest());
        return possible.start() == null && possible.end() == null ? null : possible;
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
