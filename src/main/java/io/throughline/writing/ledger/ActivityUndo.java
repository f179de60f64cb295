package io.throughline.writing.ledger;

import io.throughline.infra.cypher.CypherStatement;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import org.neo4j.driver.TransactionContext;

/** Undoes activities step by step, by adding to what there is. */
final class ActivityUndo {

    private static final CypherStatement RECORDED = CypherStatement.in("ledger/claims-recorded-in.cypher");
    private static final CypherStatement WITHDRAWN = CypherStatement.in("ledger/claims-withdrawn-in.cypher");
    private static final CypherStatement FORGET = CypherStatement.in("ledger/forget-restored.cypher");
    private static final CypherStatement RETIRE = CypherStatement.in("ledger/retire-things.cypher");
    private static final CypherStatement RETURN = CypherStatement.in("ledger/return-things.cypher");

    private final TransactionContext transaction;
    private final MembershipResolution resolution;
    private final LedgerActivity by;

    ActivityUndo(TransactionContext transaction, MembershipResolution resolution, LedgerActivity by) {
        this.transaction = transaction;
        this.resolution = resolution;
        this.by = by;
    }

    UndoProgress undo(String activityId, int limit) {
        var reason = "undone: " + activityId;
        // before its claims, which are about those that were merged
        var returned = new AgentMerger(transaction, resolution, by).unmerge(activityId)
                + things(RETURN, Map.of("activityId", activityId, "limit", limit));
        var gone = new TreeMap<String, Boolean>();
        var back = new ArrayList<String>();
        transaction
                .run(RECORDED.text(), Map.of("activityId", activityId, "limit", limit))
                .forEachRemaining(row -> {
                    gone.put(row.get("id").asString(), row.get("wasRestored").asBoolean());
                    if (!row.get("supersedesId").isNull()) {
                        back.add(row.get("supersedesId").asString());
                    }
                });
        if (gone.size() < limit) {
            transaction
                    .run(WITHDRAWN.text(), Map.of("activityId", activityId, "limit", limit - gone.size()))
                    .forEachRemaining(row -> back.add(row.get("id").asString()));
        }
        if (!gone.isEmpty() || !back.isEmpty()) {
            new ClaimSuperseder(transaction, resolution, by).replace(gone, back, reason);
            return new UndoProgress(gone.size(), back.size(), returned, true);
        }
        transaction.run(FORGET.text(), Map.of("activityId", activityId)).consume();
        var retired = things(
                RETIRE,
                Map.of(
                        "activityId",
                        activityId,
                        "limit",
                        limit,
                        "by",
                        Map.of("withdrawnInId", by.id(), "withdrawnBy", by.person())));
        return new UndoProgress(0, 0, returned + retired, returned + retired > 0);
    }

    private int things(CypherStatement statement, Map<String, Object> parameters) {
        return transaction.run(statement.text(), parameters).single().get(0).asInt();
    }
}
