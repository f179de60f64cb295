package io.throughline.ledger;

import io.throughline.cypher.Statement;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import org.neo4j.driver.TransactionContext;

/** Undoes activities step by step, by adding to what there is. */
final class Undoing {

    private static final Statement RECORDED = Statement.in("ledger/claims-recorded-in.cypher");
    private static final Statement WITHDRAWN = Statement.in("ledger/claims-withdrawn-in.cypher");
    private static final Statement FORGET = Statement.in("ledger/forget-restored.cypher");
    private static final Statement RETIRE = Statement.in("ledger/retire-things.cypher");
    private static final Statement RETURN = Statement.in("ledger/return-things.cypher");

    private final TransactionContext transaction;
    private final MembershipResolution resolution;
    private final Activity by;

    Undoing(TransactionContext transaction, MembershipResolution resolution, Activity by) {
        this.transaction = transaction;
        this.resolution = resolution;
        this.by = by;
    }

    Undone undo(String activityId, int limit) {
        var reason = "undone: " + activityId;
        // before its claims, which are about those that were merged
        var returned = new Merging(transaction, resolution, by).unmerge(activityId)
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
            new Restating(transaction, resolution, by).replace(gone, back, reason);
            return new Undone(gone.size(), back.size(), returned, true);
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
        return new Undone(0, 0, returned + retired, returned + retired > 0);
    }

    private int things(Statement statement, Map<String, Object> parameters) {
        return transaction.run(statement.text(), parameters).single().get(0).asInt();
    }
}
