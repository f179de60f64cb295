package io.throughline.writing.ledger;

import io.throughline.infra.cypher.CypherStatement;
import io.throughline.model.membership.MembershipValues;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.neo4j.driver.TransactionContext;
import org.springframework.stereotype.Component;

/**
 * Derives facts from the claims about them; nothing else does. It decides whether a fact is shown at all and, for memberships,
 * also their values, their shortcuts, and how many members of their organizations are known.
 */
@Component
public class MembershipResolution {

    private static final CypherStatement RELINK = CypherStatement.in("ledger/relink-memberships.cypher");
    private static final CypherStatement SHORTCUTS = CypherStatement.in("ledger/rebuild-shortcuts.cypher");

    private static final CypherStatement BESIDE = CypherStatement.in("ledger/memberships-beside.cypher");
    private static final CypherStatement SETTLE = CypherStatement.in("ledger/settle-facts.cypher");

    private static final int BATCH_SIZE = 5_000;

    /** Resolves memberships again, in the transaction that changed them or their claims. */
    public void resolve(TransactionContext transaction, Collection<String> membershipIds) {
        var ids = LockOrder.of(withOthersOfTheirMembers(transaction, membershipIds));
        for (var from = 0; from < ids.size(); from += BATCH_SIZE) {
            resolveBatch(transaction, ids.subList(from, Math.min(ids.size(), from + BATCH_SIZE)));
        }
    }

    private static Set<String> withOthersOfTheirMembers(
            TransactionContext transaction, Collection<String> membershipIds) {
        var ids = new HashSet<>(membershipIds);
        ids.addAll(transaction
                .run(BESIDE.text(), Map.of("ids", List.copyOf(membershipIds)))
                .list(row -> row.get("id").asString()));
        return ids;
    }

    /** Withdraws facts other than memberships that no claim supports, and restores those that a claim supports again. */
    public void settle(TransactionContext transaction, Collection<String> factIds) {
        if (!factIds.isEmpty()) {
            transaction.run(SETTLE.text(), Map.of("ids", LockOrder.of(factIds))).consume();
        }
    }

    private static void resolveBatch(TransactionContext transaction, List<String> ids) {
        var relinked = transaction
                .run(MembershipValues.RESOLVE.text(), Map.of("ids", ids))
                .list(row -> row.get("id").asString());
        if (!relinked.isEmpty()) {
            transaction.run(RELINK.text(), Map.of("ids", relinked)).consume();
        }
        transaction.run(SHORTCUTS.text(), Map.of("ids", ids)).consume();
    }
}
