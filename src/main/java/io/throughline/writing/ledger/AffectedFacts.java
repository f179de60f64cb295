package io.throughline.writing.ledger;

import io.throughline.infra.cypher.CypherStatement;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.neo4j.driver.TransactionContext;

/** The facts that claims about to change support: locked before the change, resolved after it. */
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

    /** Raises their revisions, so that other writers wait until this transaction ends. */
    void lock(Collection<ClaimWithFacts> claims) {
        claims.forEach(claim -> claim.supports().forEach(this::add));
        var all = new TreeSet<>(memberships);
        all.addAll(others);
        transaction.run(RAISE.text(), Map.of("ids", List.copyOf(all))).consume();
    }

    /** Adds a fact that is already locked. */
    void add(ClaimWithFacts.Support support) {
        (support.membership() == null ? others : memberships).add(support.factId());
    }

    /** Recomputes the facts from their changed claims. */
    void resolve() {
        resolution.resolve(transaction, memberships);
        resolution.settle(transaction, others);
    }
}
