package io.throughline.writing.ledger;

import static java.util.stream.Collectors.toMap;

import io.throughline.infra.cypher.CypherStatement;
import io.throughline.model.agent.NameKind;
import io.throughline.reference.name.NameProperties;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.TransactionContext;

/** Makes one agent of two, and two of one, by claims that take the place of others. */
final class AgentMerger {

    private static final CypherStatement HOLD = CypherStatement.in("ledger/hold-agents.cypher");
    private static final CypherStatement ABOUT = CypherStatement.in("ledger/claims-about-agent.cypher");
    private static final CypherStatement MERGE = CypherStatement.in("ledger/merge-agent.cypher");
    private static final CypherStatement RELATE = CypherStatement.in("ledger/relate-to-survivor.cypher");
    private static final CypherStatement MERGED = CypherStatement.in("ledger/merged-agents.cypher");
    private static final CypherStatement UNMERGE = CypherStatement.in("ledger/unmerge-agents.cypher");
    private static final CypherStatement SPLIT = CypherStatement.in("ledger/note-split.cypher");

    private final TransactionContext transaction;
    private final MembershipResolution resolution;
    private final LedgerActivity by;

    AgentMerger(TransactionContext transaction, MembershipResolution resolution, LedgerActivity by) {
        this.transaction = transaction;
        this.resolution = resolution;
        this.by = by;
    }

    void merge(String mergedId, String mergedName, String survivorId, @Nullable String reason) {
        moveAll(mergedId, survivorId, reason);
        transaction
                .run(MERGE.text(), Map.of("mergedId", mergedId, "survivorId", survivorId, "by", NodeProperties.by(by)))
                .consume();
        relate(mergedId, mergedName, survivorId);
    }

    /** Gives to survivors what came to merged agents since, as the built-in dataset has these still. */
    static void again(TransactionContext transaction, MembershipResolution resolution) {
        for (var row : transaction.run(MERGED.text()).list()) {
            var by = new LedgerActivity(
                    row.get("activityId").asString(),
                    LedgerActivity.Kind.EDIT,
                    row.get("person").asString());
            var merging = new AgentMerger(transaction, resolution, by);
            var mergedId = row.get("mergedId").asString();
            var survivorId = row.get("survivorId").asString();
            merging.moveAll(mergedId, survivorId, null);
            merging.relate(mergedId, row.get("name").asString(mergedId), survivorId);
        }
    }

    /** Until there is none left: others may record one while these are moved. */
    private void moveAll(String mergedId, String survivorId, @Nullable String reason) {
        transaction
                .run(HOLD.text(), Map.of("ids", ClaimWithdrawer.sorted(List.of(mergedId, survivorId))))
                .consume();
        for (var ids = about(mergedId); !ids.isEmpty(); ids = about(mergedId)) {
            move(ids, mergedId, survivorId, reason, ChangeReason.MERGED);
        }
    }

    private List<String> about(String agentId) {
        return transaction
                .run(ABOUT.text(), Map.of("id", agentId))
                .list(row -> row.get("id").asString());
    }

    private void relate(String mergedId, String mergedName, String survivorId) {
        var name = new NodeProperties()
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
                        Map.of(
                                "mergedId",
                                mergedId,
                                "survivorId",
                                survivorId,
                                "name",
                                name,
                                "by",
                                NodeProperties.by(by)))
                .consume();
    }

    void split(String fromId, String agentId, Collection<String> claimIds, @Nullable String reason) {
        move(claimIds, fromId, agentId, reason, ChangeReason.SPLIT);
        transaction
                .run(SPLIT.text(), Map.of("agentId", agentId, "fromId", fromId, "by", NodeProperties.by(by)))
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

    private void move(
            Collection<String> claimIds, String fromId, String toId, @Nullable String reason, ChangeReason as) {
        var otherwise = new ClaimPatch(Map.of(), Map.of(), Map.of(fromId, toId));
        Map<String, ClaimPatch> changes =
                new HashMap<>(claimIds.stream().distinct().collect(toMap(id -> id, id -> otherwise)));
        new ClaimSuperseder(transaction, resolution, by).supersede(changes, reason, as);
    }
}
