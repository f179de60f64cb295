package io.throughline.model.membership;

import io.throughline.reference.date.Truth;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;
import org.neo4j.driver.types.MapAccessor;

/**
 * What is certain about when a membership held, from its dates and the days on which sources saw it; {@code
 * resolve-memberships.cypher} has the rule. For a membership that is denied, the first two are the days of the denial.
 *
 * @param surelyFrom the first day on which it surely held; null when there is none
 * @param surelyUntil the first day after it on which that is no longer certain
 * @param notBefore it surely did not hold before this day; null when no such day is known
 * @param notFrom it surely did not hold on or after this day; null when no such day is known
 * @param absentOn the days of complete lists that do not have the member
 */
public record ValidityBounds(
        @Nullable LocalDate surelyFrom,
        @Nullable LocalDate surelyUntil,
        @Nullable LocalDate notBefore,
        @Nullable LocalDate notFrom,
        List<LocalDate> absentOn) {

    /** Reads the four days of a membership, of its shortcut, or of a row that has them. */
    public static ValidityBounds of(MapAccessor days) {
        return new ValidityBounds(
                day(days.get("surelyFrom")),
                day(days.get("surelyUntil")),
                day(days.get("notBefore")),
                day(days.get("notFrom")),
                days.get("absentOn").asList(Value::asLocalDate, List.of()));
    }

    private static @Nullable LocalDate day(Value value) {
        return value.isNull() ? null : value.asLocalDate();
    }

    /**
     * Whether it held on a day. The criterion {@code holds} of {@code MembershipFilters} is the same rule in Cypher.
     */
    public Truth on(LocalDate day, boolean denied) {
        if (notBefore != null && day.isBefore(notBefore)
                || notFrom != null && !day.isBefore(notFrom)
                || absentOn.contains(day)) {
            return Truth.DOES_NOT_HOLD;
        }
        var certain =
                surelyFrom != null && surelyUntil != null && !day.isBefore(surelyFrom) && day.isBefore(surelyUntil);
        if (!certain) {
            return Truth.UNKNOWN;
        }
        return denied ? Truth.DOES_NOT_HOLD : Truth.HOLDS;
    }
}
