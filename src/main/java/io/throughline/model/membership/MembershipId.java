package io.throughline.model.membership;

import java.util.List;
import java.util.Locale;

/** The id of a membership, made of what it is, so that whoever states it means the same one. */
public final class MembershipId {

    private MembershipId() {}

    /**
     * The id, e.g. {@code boston.member.c40} or {@code boston.member.race-to-zero.via.c40}. Two stated roads are two
     * memberships, so the road is part of it.
     *
     * @param viaIds organizations in between, in order from the member on; empty when none is named
     */
    public static String of(String memberId, MembershipRole role, String organizationId, List<String> viaIds) {
        var id = "%s.%s.%s"
                .formatted(memberId, role.name().toLowerCase(Locale.ROOT).replace('_', '-'), organizationId);
        return viaIds.isEmpty() ? id : id + ".via." + String.join(".", viaIds);
    }
}
