package io.throughline.writing.ledger;

import io.throughline.infra.cypher.CypherStatement;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.neo4j.driver.TransactionContext;

/** What rests on claims that are about to change: held first, and settled when they have changed. */
final class AffectedFacts {

    private static final CypherStatement RAISE = CypherStatement.in("ledger/raise-revisions.cypher");

    private final TransactionContext transaction;
    private final MembershipResolution resolution;
    private final SortedSet<String> memberships = new TreeSet<>();
    private final SortedSet<String> others = new TreeSet<>();

    AffectedFacts(TransactionContext transaction, MembershipResolution resolution) {
        this.transaction = transaction;
        this.resolution = resolution;
    }

    /** Raises their revisions, so that others who want to change them wait until this transaction ends. */
    void hold(Collection<ClaimWithFacts> claims) {
        claims.forEach(claim -> claim.supports().forEach(this::note));
        var all = new TreeSet<>(memberships);
        all.addAll(others);
        transaction.run(RAISE.text(), Map.of("ids", List.copyOf(all))).consume();
    }

    /** One more, which is held already. */
    void note(ClaimWithFacts.Support support) {
        (support.membership() == null ? others : memberships).add(support.factId());
    }

    /** Says what they are, now that their claims have changed. */
    void settle() {
        resolution.resolve(transaction, memberships);
        resolution.settle(transaction, others);
    }
}
