package io.throughline.ledger;

import static java.util.stream.Collectors.toMap;

import io.throughline.agent.NameKind;
import io.throughline.cypher.Statement;
import io.throughline.name.NameProperties;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.TransactionContext;

/** Makes one agent of two, and two of one, by claims that take the place of others. */
final class Merging {

    private static final Statement HOLD = Statement.in("ledger/hold-agents.cypher");
    private static final Statement ABOUT = Statement.in("ledger/claims-about-agent.cypher");
    private static final Statement MERGE = Statement.in("ledger/merge-agent.cypher");
    private static final Statement RELATE = Statement.in("ledger/relate-to-survivor.cypher");
    private static final Statement MERGED = Statement.in("ledger/merged-agents.cypher");
    private static final Statement UNMERGE = Statement.in("ledger/unmerge-agents.cypher");
    private static final Statement SPLIT = Statement.in("ledger/note-split.cypher");

    private final TransactionContext transaction;
    private final MembershipResolution resolution;
    private final Activity by;

    Merging(TransactionContext transaction, MembershipResolution resolution, Activity by) {
        this.transaction = transaction;
        this.resolution = resolution;
        this.by = by;
    }

    void merge(String mergedId, String mergedName, String survivorId, @Nullable String reason) {
        moveAll(mergedId, survivorId, reason);
        transaction
                .run(MERGE.text(), Map.of("mergedId", mergedId, "survivorId", survivorId, "by", Written.by(by)))
                .consume();
        relate(mergedId, mergedName, survivorId);
    }

    /** Gives to survivors what came to merged agents since, as the built-in dataset has these still. */
    static void again(TransactionContext transaction, MembershipResolution resolution) {
        for (var row : transaction.run(MERGED.text()).list()) {
            var by = new Activity(
                    row.get("activityId").asString(),
                    Activity.Kind.EDIT,
                    row.get("person").asString());
            var merging = new Merging(transaction, resolution, by);
            var mergedId = row.get("mergedId").asString();
            var survivorId = row.get("survivorId").asString();
            merging.moveAll(mergedId, survivorId, null);
            merging.relate(mergedId, row.get("name").asString(mergedId), survivorId);
        }
    }

    /** Until there is none left: others may record one while these are moved. */
    private void moveAll(String mergedId, String survivorId, @Nullable String reason) {
        transaction
                .run(HOLD.text(), Map.of("ids", Withdrawals.sorted(List.of(mergedId, survivorId))))
                .consume();
        for (var ids = about(mergedId); !ids.isEmpty(); ids = about(mergedId)) {
            move(ids, mergedId, survivorId, reason, As.MERGED);
        }
    }

    private List<String> about(String agentId) {
        return transaction
                .run(ABOUT.text(), Map.of("id", agentId))
                .list(row -> row.get("id").asString());
    }

    private void relate(String mergedId, String mergedName, String survivorId) {
        var name = new Written()
                .put("id", survivorId + "/name/" + mergedName)
                .put("value", mergedName)
                .put("kind", NameKind.ALIAS)
                .put("subjectId", survivorId)
                .put("folded", NameProperties.sortName(mergedName))
                .putAll(NameProperties.keys(mergedName))
                .properties();
        transaction
                .run(
                        RELATE.text(),
                        Map.of("mergedId", mergedId, "survivorId", survivorId, "name", name, "by", Written.by(by)))
                .consume();
    }

    void split(String fromId, String agentId, Collection<String> claimIds, @Nullable String reason) {
        move(claimIds, fromId, agentId, reason, As.SPLIT);
        transaction
                .run(SPLIT.text(), Map.of("agentId", agentId, "fromId", fromId, "by", Written.by(by)))
                .consume();
    }

    /** Undoes the merges of an activity; says how many there were. */
    int unmerge(String activityId) {
        return transaction
                .run(UNMERGE.text(), Map.of("activityId", activityId))
                .single()
                .get("returned")
                .asInt();
    }

    private void move(Collection<String> claimIds, String fromId, String toId, @Nullable String reason, As as) {
        var otherwise = new Otherwise(Map.of(), Map.of(), Map.of(fromId, toId));
        Map<String, Otherwise> changes =
                new HashMap<>(claimIds.stream().distinct().collect(toMap(id -> id, id -> otherwise)));
        new Restating(transaction, resolution, by).supersede(changes, reason, as);
    }
}
