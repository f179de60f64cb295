package io.throughline.analysis.networkmap;

import io.throughline.model.membership.Membership;
import io.throughline.model.membership.MembershipRole;
import io.throughline.reference.date.Truth;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A membership between two agents on a map.
 *
 * @param holds whether it held on the requested day; null without a day
 */
record MembershipTie(Membership membership, @Nullable Truth holds) {

    /** Roles that hold in both directions and are stored once. */
    private static final Set<MembershipRole> SYMMETRIC = Set.of(MembershipRole.COLLABORATOR, MembershipRole.SIBLING);

    /** Its role in words, e.g. {@code official partner}. */
    String label() {
        return membership.role().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    boolean isSymmetric() {
        return SYMMETRIC.contains(membership.role());
    }
}
