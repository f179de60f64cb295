package io.throughline.model.membership;

import io.throughline.reference.id.IdSyntax;
import java.util.List;

/** Builds the id of a membership from its content, so that all sources that state it mean the same one. */
public final class MembershipId {

    private MembershipId() {}

    /**
     * The id, e.g. {@code boston.member.c40} or {@code boston.member.race-to-zero.via.c40}. Two stated routes are two
     * memberships, so the route is part of the id.
     *
     * @param viaIds the organizations between the member and the organization, in order, starting at the member; empty
     *     when none is named
     */
    public static String of(String memberId, MembershipRole role, String organizationId, List<String> viaIds) {
        var id = "%s.%s.%s".formatted(memberId, IdSyntax.slug(role), organizationId);
        return viaIds.isEmpty() ? id : id + ".via." + String.join(".", viaIds);
    }
}
