package io.throughline.writing.ledger;

import static java.util.stream.Collectors.toMap;

import io.throughline.infra.cypher.CypherStatement;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.exceptions.TransientException;

/** Finds the survivors of agents that were merged into others. */
final class MergeRedirects {

    private static final CypherStatement OF = CypherStatement.in("ledger/survivors-of-merged.cypher");
    private static final CypherStatement ENDS = CypherStatement.in("ledger/merged-ends.cypher");

    private MergeRedirects() {}

    /** The ids of survivors by the ids of merged agents; ids of other agents are left out. */
    static Map<String, String> of(TransactionContext transaction, Collection<String> ids) {
        return transaction.run(OF.text(), Map.of("ids", LockOrder.of(ids))).stream()
                .collect(toMap(
                        row -> row.get("id").asString(),
                        row -> row.get("survivorId").asString()));
    }

    /** Fails if an agent in one of these memberships was merged after its id was looked up. */
    static void failIfMerged(TransactionContext transaction, List<String> membershipIds) {
        if (!membershipIds.isEmpty()
                && transaction
                                .run(ENDS.text(), Map.of("ids", membershipIds))
                                .single()
                                .get("merged")
                                .asInt()
                        > 0) {
            throw retry();
        }
    }

    /** An exception that makes {@code GraphWriter} retry the whole transaction. */
    static TransientException retry() {
        return new TransientException("Neo.TransientError.Throughline.Merged", "an agent was merged in the meantime");
    }
}
