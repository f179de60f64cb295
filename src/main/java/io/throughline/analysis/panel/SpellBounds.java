package io.throughline.analysis.panel;

import io.throughline.model.membership.ValidityBounds;
import io.throughline.reference.date.Truth;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;

/**
 * For how long one membership lasts.
 *
 * @param startEarliest the first day on which it can have begun; null when no source states a start
 * @param startLatest the last such day; null like the first
 */
record SpellBounds(
        ValidityBounds held,
        @Nullable LocalDate startEarliest,
        @Nullable LocalDate startLatest) {

    /** Reads {@code [organizationId, surelyFrom, surelyUntil, notBefore, notFrom, startEarliest, startLatest]}. */
    static SpellBounds of(Value fact) {
        return new SpellBounds(
                new ValidityBounds(day(fact.get(1)), day(fact.get(2)), day(fact.get(3)), day(fact.get(4))),
                day(fact.get(5)),
                day(fact.get(6)));
    }

    /**
     * Whether it held on at least one day of a year: HOLDS when that is sure, DOES_NOT_HOLD when it surely held on none,
     * UNKNOWN when nobody can tell.
     */
    Truth in(int year) {
        var first = LocalDate.of(year, 1, 1);
        var behind = first.plusYears(1);
        var open = later(first, held.notBefore());
        var close = earlier(behind, held.notFrom());
        if (!open.isBefore(close)) {
            return Truth.DOES_NOT_HOLD;
        }
        return surely(open, close) || seenWithin(first, behind) || beganWithin(first, behind)
                ? Truth.HOLDS
                : Truth.UNKNOWN;
    }

    private boolean surely(LocalDate open, LocalDate close) {
        return held.surelyFrom() != null
                && held.surelyUntil() != null
                && later(open, held.surelyFrom()).isBefore(earlier(close, held.surelyUntil()));
    }

    /**
     * Whether sources saw it within this span without naming the day. Then the sure days end before they begin: it held on
     * some day from the one before {@code surelyUntil} to {@code surelyFrom}, both counted, but on none of them for sure.
     */
    private boolean seenWithin(LocalDate first, LocalDate behind) {
        var from = held.surelyFrom();
        var until = held.surelyUntil();
        return from != null
                && until != null
                && !from.isBefore(until)
                && !later(until.minusDays(1), held.notBefore()).isBefore(first)
                && (from.isBefore(behind)
                        || held.notFrom() != null && !held.notFrom().isAfter(behind));
    }

    private boolean beganWithin(LocalDate first, LocalDate behind) {
        return startEarliest != null
                && startLatest != null
                && !startEarliest.isBefore(first)
                && startLatest.isBefore(behind);
    }

    private static LocalDate later(LocalDate day, @Nullable LocalDate other) {
        return other != null && other.isAfter(day) ? other : day;
    }

    private static LocalDate earlier(LocalDate day, @Nullable LocalDate other) {
        return other != null && other.isBefore(day) ? other : day;
    }

    private static @Nullable LocalDate day(Value value) {
        return value.isNull() ? null : value.asLocalDate();
    }
}
