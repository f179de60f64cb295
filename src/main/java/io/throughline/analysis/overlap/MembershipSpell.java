package io.throughline.analysis.overlap;

import io.throughline.model.membership.ValidityBounds;
import io.throughline.reference.date.Truth;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.types.MapAccessor;

/**
 * For how long a membership lasts; many share one.
 *
 * @param ended whether it is over today
 */
record MembershipSpell(boolean ended, ValidityBounds held) {

    /** Reads a row with {@code ended} and the four days. */
    static MembershipSpell of(MapAccessor row) {
        return new MembershipSpell(row.get("ended").asBoolean(), ValidityBounds.of(row));
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
}
