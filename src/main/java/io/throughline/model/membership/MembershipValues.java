package io.throughline.model.membership;

import io.throughline.infra.cypher.CypherStatement;

/** How the values of memberships follow from what is claimed of them. */
public final class MembershipValues {

    /** Gives memberships the values that follow from the claims of today; whoever changes claims runs it. */
    public static final CypherStatement RESOLVE = CypherStatement.in("membership/resolve-memberships.cypher");

    /** The part of it that works the values out, from {@code membership} and {@code claims} as the file has them. */
    static final String VALUES = RESOLVE.slot("values").orElseThrow().usual();

    private MembershipValues() {}
}
