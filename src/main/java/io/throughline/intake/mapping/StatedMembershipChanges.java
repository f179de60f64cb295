package io.throughline.intake.mapping;

import io.throughline.model.source.Rank;
import org.jspecify.annotations.Nullable;

/** Copies a stated membership with changed fields. */
final class StatedMembershipChanges {

    private StatedMembershipChanges() {}

    static StatedMembership withLocator(StatedMembership stated, String locator) {
        return copy(stated, stated.rank(), locator, stated.inferred(), stated.note());
    }

    static StatedMembership deprecated(StatedMembership stated, String reason) {
        return copy(stated, Rank.DEPRECATED, stated.locator(), stated.inferred(), join(reason, stated.note()));
    }

    static StatedMembership corrected(StatedMembership stated, boolean inferred, String note) {
        return copy(stated, stated.rank(), stated.locator(), inferred, join(stated.note(), note));
    }

    private static String join(@Nullable String first, @Nullable String second) {
        if (first == null || second == null) {
            return first == null ? String.valueOf(second) : first;
        }
        return first + ". " + second;
    }

    private static StatedMembership copy(
            StatedMembership stated, Rank rank, String locator, boolean inferred, @Nullable String note) {
        return new StatedMembership(
                stated.member(),
                stated.role(),
                stated.organizationId(),
                stated.viaIds(),
                stated.viaStatus(),
                stated.directness(),
                stated.validFrom(),
                stated.validTo(),
                stated.asOf(),
                stated.status(),
                stated.strength(),
                rank,
                locator,
                stated.printed(),
                inferred,
                note);
    }
}
