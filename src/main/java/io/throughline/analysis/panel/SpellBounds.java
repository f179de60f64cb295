package io.throughline.analysis.panel;

import io.throughline.model.membership.ValidityBounds;
import io.throughline.reference.date.Truth;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;

/**
 * What is known of when one membership began, held and ended, as a question about a whole year needs it: besides the
 * validity bounds it has the earliest and latest possible start. ({@code overlap.MembershipSpell} answers for single
 * days.)
 *
 * @param validity the days that bound its validity
 * @param startEarliest the first day on which it can have begun; null if no source states a start
 * @param startLatest the last such day; null under the same condition
 */
record SpellBounds(
        ValidityBounds validity,
        @Nullable LocalDate startEarliest,
        @Nullable LocalDate startLatest) {

    /**
     * Reads {@code [organizationId, surelyFrom, surelyUntil, notBefore, notFrom, startEarliest, startLatest]}. That a complete list of one
     * day lacks the member has already bounded the certain interval, and says nothing about the rest of a year.
     */
    static SpellBounds of(Value fact) {
        return new SpellBounds(
                new ValidityBounds(day(fact.get(1)), day(fact.get(2)), day(fact.get(3)), day(fact.get(4)), List.of()),
                day(fact.get(5)),
                day(fact.get(6)));
    }

    /**
     * Whether it held on at least one day of a year: HOLDS if that is certain, DOES_NOT_HOLD if it certainly held on
     * none, else UNKNOWN.
     */
    Truth in(int year) {
        var first = LocalDate.of(year, 1, 1);
        var end = first.plusYears(1);
        var open = later(first, validity.notBefore());
        var close = earlier(end, validity.notFrom());
        if (!open.isBefore(close)) {
            return Truth.DOES_NOT_HOLD;
        }
        return surely(open, close) || seenWithin(first, end) || beganWithin(first, end) ? Truth.HOLDS : Truth.UNKNOWN;
    }

    private boolean surely(LocalDate open, LocalDate close) {
        return validity.surelyFrom() != null
                && validity.surelyUntil() != null
                && later(open, validity.surelyFrom()).isBefore(earlier(close, validity.surelyUntil()));
    }

    /**
     * Whether sources observed it within this span without giving the day. Then the certain interval is reversed: it
     * held on some day from the day before {@code surelyUntil} to {@code surelyFrom}, inclusive, but on none of them
     * for certain.
     */
    private boolean seenWithin(LocalDate first, LocalDate end) {
        var from = validity.surelyFrom();
        var until = validity.surelyUntil();
        return from != null
                && until != null
                && !from.isBefore(until)
                && !later(until.minusDays(1), validity.notBefore()).isBefore(first)
                && (from.isBefore(end)
                        || validity.notFrom() != null && !validity.notFrom().isAfter(end));
    }

    private boolean beganWithin(LocalDate first, LocalDate end) {
        return startEarliest != null
                && startLatest != null
                && !startEarliest.isBefore(first)
                && startLatest.isBefore(end);
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
