package io.throughline.writing.ledger;

import io.throughline.infra.cypher.CypherStatement;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import org.neo4j.driver.TransactionContext;

/** Undoes activities step by step. Nothing is deleted: undoing records new claims and withdraws others. */
final class ActivityUndo {

    private static final CypherStatement RECORDED = CypherStatement.in("ledger/claims-recorded-in.cypher");
    private static final CypherStatement WITHDRAWN = CypherStatement.in("ledger/claims-withdrawn-in.cypher");
    private static final CypherStatement FORGET = CypherStatement.in("ledger/forget-restored.cypher");
    private static final CypherStatement RETIRE = CypherStatement.in("ledger/retire-entities.cypher");
    private static final CypherStatement RETURN = CypherStatement.in("ledger/return-entities.cypher");

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
        // must precede the claims, which are about the merged agents
        var returned = new AgentMerger(transaction, resolution, by).unmerge(activityId)
                + changeNodes(RETURN, Map.of("activityId", activityId, "limit", limit));
        var withdrawn = new TreeMap<String, Boolean>();
        var restored = new ArrayList<String>();
        transaction
                .run(RECORDED.text(), Map.of("activityId", activityId, "limit", limit))
                .forEachRemaining(row -> {
                    withdrawn.put(
                            row.get("id").asString(), row.get("wasRestored").asBoolean());
                    if (!row.get("supersedesId").isNull()) {
                        restored.add(row.get("supersedesId").asString());
                    }
                });
        if (withdrawn.size() < limit) {
            transaction
                    .run(WITHDRAWN.text(), Map.of("activityId", activityId, "limit", limit - withdrawn.size()))
                    .forEachRemaining(row -> restored.add(row.get("id").asString()));
        }
        if (!withdrawn.isEmpty() || !restored.isEmpty()) {
            new ClaimSuperseder(transaction, resolution, by).replace(withdrawn, restored, reason);
            return new UndoProgress(withdrawn.size(), restored.size(), returned, true);
        }
        transaction.run(FORGET.text(), Map.of("activityId", activityId)).consume();
        // lists must precede their sources and organizations, which otherwise are still referred to
        var lists = new MemberListWriter(transaction, resolution).undo(by, activityId);
        var retired = changeNodes(
                RETIRE,
                Map.of(
                        "activityId",
                        activityId,
                        "limit",
                        limit,
                        "by",
                        Map.of("withdrawnInId", by.id(), "withdrawnBy", by.person())));
        var nodes = returned + lists + retired;
        return new UndoProgress(0, 0, nodes, nodes > 0);
    }

    private int changeNodes(CypherStatement statement, Map<String, Object> parameters) {
        return transaction.run(statement.text(), parameters).single().get(0).asInt();
    }
}
