package io.throughline.analysis.networkmap;

import io.throughline.model.membership.Membership;
import io.throughline.reference.date.Truth;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A membership between two agents on a map.
 *
 * @param holds whether it held on the requested day; null without a day
 */
record MembershipTie(Membership membership, @Nullable Truth holds) {

    /** Its role in words, e.g. {@code official partner}. */
    String label() {
        return membership.role().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    boolean isSymmetric() {
        return membership.role().isSymmetric();
    }
}
