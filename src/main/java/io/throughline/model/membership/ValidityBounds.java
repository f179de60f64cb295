package io.throughline.model.membership;

import io.throughline.reference.date.Truth;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;
import org.neo4j.driver.types.MapAccessor;

/**
 * What is sure of the time of a membership, from its dates and the days on which sources saw it; {@code
 * resolve-memberships.cypher} says how. Of a membership that is denied, the first two are the days of the denial.
 *
 * @param surelyFrom the first day on which it surely held; null when there is none
 * @param surelyUntil the first day behind it on which that is no longer sure
 * @param notBefore it surely did not hold on any day before; null when that is not known of any
 * @param notFrom it surely did not hold on this day and later; null when that is not known of any
 */
public record ValidityBounds(
        @Nullable LocalDate surelyFrom,
        @Nullable LocalDate surelyUntil,
        @Nullable LocalDate notBefore,
        @Nullable LocalDate notFrom) {

    /** Reads the four days of a membership, of its shortcut, or of a row that has them. */
    public static ValidityBounds of(MapAccessor days) {
        return new ValidityBounds(
                day(days.get("surelyFrom")),
                day(days.get("surelyUntil")),
                day(days.get("notBefore")),
                day(days.get("notFrom")));
    }

    private static @Nullable LocalDate day(Value value) {
        return value.isNull() ? null : value.asLocalDate();
    }

    /** The criterion {@code holds} of {@code MembershipFilters} asks the same in Cypher. */
    public Truth on(LocalDate day, boolean denied) {
        if (notBefore != null && day.isBefore(notBefore) || notFrom != null && !day.isBefore(notFrom)) {
            return Truth.DOES_NOT_HOLD;
        }
        var sure = surelyFrom != null && surelyUntil != null && !day.isBefore(surelyFrom) && day.isBefore(surelyUntil);
        if (!sure) {
            return Truth.UNKNOWN;
        }
        return denied ? Truth.DOES_NOT_HOLD : Truth.HOLDS;
    }
}
