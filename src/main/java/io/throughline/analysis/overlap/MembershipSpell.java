package io.throughline.analysis.overlap;

import io.throughline.model.membership.ValidityBounds;
import io.throughline.reference.date.Truth;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.types.MapAccessor;

/**
 * When a membership holds, as a question about one day needs it. A value, not one membership: all members with equal
 * spells in an organization share one bitmap in the {@link MemberIndex}.
 *
 * @param ended whether the membership has ended, as recorded today
 * @param bounds the days that bound it
 */
record MembershipSpell(boolean ended, ValidityBounds bounds) {

    /** Reads a row with {@code ended} and the four bounds. */
    static MembershipSpell of(MapAccessor row) {
        return new MembershipSpell(row.get("ended").asBoolean(), ValidityBounds.of(row));
    }

    /**
     * Whether it holds on a day. Without a day, an ended membership does not hold; on a given day, its bounds decide.
     *
     * @param day null for what is recorded today
     */
    Truth on(@Nullable LocalDate day) {
        if (day == null) {
            return ended ? Truth.DOES_NOT_HOLD : Truth.HOLDS;
        }
        return bounds.on(day, false);
    }
}
