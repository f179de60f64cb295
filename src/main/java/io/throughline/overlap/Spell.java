package io.throughline.overlap;

import io.throughline.date.Truth;
import io.throughline.membership.Held;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;

/**
 * For how long a membership lasts; many share one.
 *
 * @param ended whether it is over today
 */
record Spell(boolean ended, Held held) {

    /** Reads {@code [organizationId, ended, surelyFrom, surelyUntil, notBefore, notFrom]}. */
    static Spell of(Value membership) {
        return new Spell(
                membership.get(1).asBoolean(),
                new Held(
                        day(membership.get(2)),
                        day(membership.get(3)),
                        day(membership.get(4)),
                        day(membership.get(5))));
    }

    /**
     * Whether it holds on a day; who has left does not count today, but on other days the days tell.
     *
     * @param day null for what is recorded today
     */
    Truth on(@Nullable LocalDate day) {
        if (day == null) {
            return ended ? Truth.DOES_NOT_HOLD : Truth.HOLDS;
        }
        return held.on(day, false);
    }

    private static @Nullable LocalDate day(Value value) {
        return value.isNull() ? null : value.asLocalDate();
    }
}
