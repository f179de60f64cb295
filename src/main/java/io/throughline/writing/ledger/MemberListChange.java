package io.throughline.writing.ledger;

import io.throughline.infra.cypher.CypherStatement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.TransactionContext;

/**
 * Withdraws versions of lists of members and writes others. If a complete list is among them, the memberships in its
 * organization are resolved again.
 */
final class MemberListChange {

    private static final CypherStatement WRITE = CypherStatement.in("ledger/write-member-lists.cypher");
    private static final CypherStatement WITHDRAW = CypherStatement.in("ledger/withdraw-member-lists.cypher");
    private static final CypherStatement MEMBERSHIPS = CypherStatement.in("ledger/memberships-of-organizations.cypher");

    private final TransactionContext transaction;
    private final MembershipResolution resolution;
    private final LedgerActivity by;

    private final Map<String, StoredMemberList> withdrawn = new TreeMap<>();

    /** The properties of the versions to write, without their ids, by the id of the first version. */
    private final Map<String, Map<String, Object>> written = new TreeMap<>();

    /** The ids of withdrawn versions, each with the first id of the list that is written in its place; null for none. */
    private final Map<String, @Nullable String> restored = new TreeMap<>();

    MemberListChange(TransactionContext transaction, MembershipResolution resolution, LedgerActivity by) {
        this.transaction = transaction;
        this.resolution = resolution;
        this.by = by;
    }

    void withdraw(StoredMemberList list) {
        withdrawn.put(list.id(), list);
    }

    /** Withdraws a version as part of undoing an activity. What the activity had restored by it can be restored again. */
    void withdraw(StoredMemberList list, String undoneId) {
        withdraw(list);
        var original = list.restoredIn(undoneId);
        if (original != null) {
            restored.put(original, null);
        }
    }

    void write(String firstId, Map<String, Object> values) {
        var properties = new HashMap<>(values);
        properties.putAll(NodeProperties.provenance(by));
        written.put(firstId, properties);
    }

    /** Records a withdrawn version again; it keeps the activity that it came from. */
    void restore(StoredMemberList list) {
        var properties = new HashMap<>(list.values());
        properties.putAll(list.provenance());
        properties.put("restoresId", list.id());
        properties.put("restoredInId", by.id());
        properties.put("restoredBy", by.person());
        written.put(list.firstId(), properties);
        restored.put(list.id(), list.firstId());
    }

    /**
     * Makes the changes.
     *
     * @return how many versions were withdrawn or written
     * @throws UnknownReferenceException if a source or an organization is not in the graph
     */
    int execute() {
        if (withdrawn.isEmpty() && written.isEmpty()) {
            return 0;
        }
        var next = numbered();
        withdrawAll(next);
        writeAll(next.values().stream().toList());
        noteRestored(next);
        var closed = new TreeSet<String>();
        withdrawn.values().stream()
                .filter(StoredMemberList::isComplete)
                .forEach(list -> closed.add(list.organizationId()));
        next.values().stream().filter(StoredMemberList::isComplete).forEach(list -> closed.add(list.organizationId()));
        resolve(List.copyOf(closed));
        return withdrawn.size() + next.size();
    }

    /** The versions to write, by the id of the first version. */
    private Map<String, StoredMemberList> numbered() {
        var versions = new HashMap<>(NewClaim.versions(transaction, written.keySet()));
        var numbered = new TreeMap<String, StoredMemberList>();
        written.forEach((firstId, properties) -> numbered.put(
                firstId,
                new StoredMemberList(NewClaim.numbered(properties, firstId, versions.merge(firstId, 1L, Long::sum)))));
        return numbered;
    }

    private void withdrawAll(Map<String, StoredMemberList> next) {
        var rows = new ArrayList<Map<String, Object>>();
        for (var list : withdrawn.values()) {
            var successor = next.get(list.firstId());
            rows.add(new NodeProperties()
                    .put("id", list.id())
                    .put("supersededById", successor == null ? null : successor.id())
                    .properties());
        }
        if (!rows.isEmpty()) {
            var provenance = Map.of("withdrawnInId", by.id(), "withdrawnBy", by.person());
            transaction
                    .run(WITHDRAW.text(), Map.of("lists", rows, "by", provenance))
                    .consume();
        }
    }

    private void writeAll(List<StoredMemberList> lists) {
        if (lists.isEmpty()) {
            return;
        }
        var rows = new ArrayList<Map<String, Object>>();
        for (var list : lists) {
            var properties = list.properties();
            rows.add(Map.of(
                    "organizationId",
                    list.organizationId(),
                    "sourceId",
                    Objects.requireNonNull(properties.get("sourceId")),
                    "selectedFromIds",
                    Objects.requireNonNullElse(properties.get("selectedFromIds"), List.of()),
                    "list",
                    properties));
        }
        var count = transaction
                .run(WRITE.text(), Map.of("lists", rows, "origin", "import"))
                .single()
                .get("written")
                .asInt();
        if (count != rows.size()) {
            throw new UnknownReferenceException(
                    "a list of members names a source or an organization that is not in the graph");
        }
    }

    private void noteRestored(Map<String, StoredMemberList> next) {
        var ids = new TreeMap<String, @Nullable String>();
        restored.forEach((id, firstId) -> {
            var successor = firstId == null ? null : next.get(firstId);
            ids.put(id, successor == null ? null : successor.id());
        });
        if (!ids.isEmpty()) {
            ClaimSuperseder.noteRestored(transaction, ids);
        }
    }

    private void resolve(List<String> organizationIds) {
        if (!organizationIds.isEmpty()) {
            var memberships = transaction
                    .run(MEMBERSHIPS.text(), Map.of("ids", organizationIds))
                    .list(row -> row.get("id").asString());
            resolution.resolve(transaction, memberships);
        }
    }
}
