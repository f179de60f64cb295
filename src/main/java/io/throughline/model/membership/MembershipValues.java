package io.throughline.model.membership;

import io.throughline.infra.cypher.CypherStatement;
import io.throughline.infra.cypher.SlotName;

/** How the values of memberships follow from their claims. */
public final class MembershipValues {

    /** Gives memberships the values that follow from today's claims; to be run after every change of claims. */
    public static final CypherStatement RESOLVE = CypherStatement.in("membership/resolve-memberships.cypher");

    /** The part of it that computes the values, from {@code membership} and {@code claims} as in the file. */
    static final String VALUES = RESOLVE.slot(SlotName.VALUES).orElseThrow().usual();

    private MembershipValues() {}
}
