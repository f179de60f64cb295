package io.throughline.writing.ledger;

import io.throughline.infra.cypher.CypherStatement;
import io.throughline.model.membership.MembershipValues;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.neo4j.driver.TransactionContext;
import org.springframework.stereotype.Component;

/**
 * The one place that says what facts are, from what is claimed of them: whether they stand at all; of memberships also their
 * values, their shortcuts, and how many members of their organizations are known.
 */
@Component
public class MembershipResolution {

    private static final CypherStatement RELINK = CypherStatement.in("ledger/relink-memberships.cypher");
    private static final CypherStatement SHORTCUTS = CypherStatement.in("ledger/rebuild-shortcuts.cypher");

    private static final CypherStatement SETTLE = CypherStatement.in("ledger/settle-facts.cypher");

    private static final int A_STATEMENT = 5_000;

    /** Resolves these memberships anew, in the transaction that changed them or their claims. */
    public void resolve(TransactionContext transaction, Collection<String> membershipIds) {
        var ids = List.copyOf(new TreeSet<>(membershipIds));
        for (var from = 0; from < ids.size(); from += A_STATEMENT) {
            resolveBatch(transaction, ids.subList(from, Math.min(ids.size(), from + A_STATEMENT)));
        }
    }

    /** Lets facts that are no memberships leave the answers, or return, by whether a claim supports them. */
    public void settle(TransactionContext transaction, Collection<String> factIds) {
        if (!factIds.isEmpty()) {
            transaction
                    .run(SETTLE.text(), Map.of("ids", List.copyOf(new TreeSet<>(factIds))))
                    .consume();
        }
    }

    /** Gives to the survivors what came to merged agents since they were merged. */
    public void mergeAgain(TransactionContext transaction) {
        AgentMerger.again(transaction, this);
    }

    private static void resolveBatch(TransactionContext transaction, List<String> ids) {
        var moved = transaction
                .run(MembershipValues.RESOLVE.text(), Map.of("ids", ids))
                .list(row -> row.get("id").asString());
        if (!moved.isEmpty()) {
            transaction.run(RELINK.text(), Map.of("ids", moved)).consume();
        }
        transaction.run(SHORTCUTS.text(), Map.of("ids", ids)).consume();
    }
}
