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

/** Merges two agents into one, and splits one into two, by superseding the claims about them. */
final class AgentMerger {

    private static final CypherStatement LOCK = CypherStatement.in("ledger/lock-agents.cypher");
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
                .run(
                        MERGE.text(),
                        Map.of("mergedId", mergedId, "survivorId", survivorId, "by", NodeProperties.provenance(by)))
                .consume();
        relate(mergedId, mergedName, survivorId);
    }

    /** Moves to survivors what merged agents received since the merge: the built-in dataset still contains these agents. */
    static void reapplyMerges(TransactionContext transaction, MembershipResolution resolution) {
        for (var row : transaction.run(MERGED.text()).list()) {
            var by = new LedgerActivity(
                    row.get("activityId").asString(),
                    LedgerActivity.Kind.EDIT,
                    row.get("person").asString());
            var merger = new AgentMerger(transaction, resolution, by);
            var mergedId = row.get("mergedId").asString();
            var survivorId = row.get("survivorId").asString();
            merger.moveAll(mergedId, survivorId, null);
            merger.relate(mergedId, row.get("name").asString(mergedId), survivorId);
        }
    }

    /** Repeats until no claim is left: other writers may record one while these are being moved. */
    private void moveAll(String mergedId, String survivorId, @Nullable String reason) {
        transaction
                .run(LOCK.text(), Map.of("ids", LockOrder.of(List.of(mergedId, survivorId))))
                .consume();
        for (var ids = claimsAbout(mergedId); !ids.isEmpty(); ids = claimsAbout(mergedId)) {
            move(ids, mergedId, survivorId, reason, ChangeReason.MERGED);
        }
    }

    private List<String> claimsAbout(String agentId) {
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
                                NodeProperties.provenance(by)))
                .consume();
    }

    void split(String fromId, String agentId, Collection<String> claimIds, @Nullable String reason) {
        move(claimIds, fromId, agentId, reason, ChangeReason.SPLIT);
        transaction
                .run(SPLIT.text(), Map.of("agentId", agentId, "fromId", fromId, "by", NodeProperties.provenance(by)))
                .consume();
    }

    /** Undoes the merges of an activity and returns how many there were. */
    int unmerge(String activityId) {
        return transaction
                .run(UNMERGE.text(), Map.of("activityId", activityId))
                .single()
                .get("returned")
                .asInt();
    }

    private void move(
            Collection<String> claimIds, String fromId, String toId, @Nullable String reason, ChangeReason cause) {
        var patch = new ClaimPatch(Map.of(), Map.of(), Map.of(fromId, toId));
        Map<String, ClaimPatch> changes =
                new HashMap<>(claimIds.stream().distinct().collect(toMap(id -> id, id -> patch)));
        new ClaimSuperseder(transaction, resolution, by).supersede(changes, reason, cause);
    }
}
