package io.throughline.writing.ledger;

import io.throughline.infra.cypher.CypherStatement;
import io.throughline.model.membership.Completeness;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.neo4j.driver.TransactionContext;

/**
 * Records which lists of members a source has. A list that changes is withdrawn and its next version is written, so that what
 * was known earlier stays readable.
 */
final class MemberListWriter {

    private static final CypherStatement OF_SOURCE = CypherStatement.in("ledger/member-lists-of-source.cypher");
    private static final CypherStatement TO_UNDO = CypherStatement.in("ledger/member-lists-to-undo.cypher");

    private final TransactionContext transaction;
    private final MembershipResolution resolution;

    MemberListWriter(TransactionContext transaction, MembershipResolution resolution) {
        this.transaction = transaction;
        this.resolution = resolution;
    }

    /** Records the lists of a source in place of those that imports recorded before. */
    void record(LedgerActivity by, String sourceId, List<NewMemberList> lists) {
        var standing = ofSource(sourceId);
        var wanted = wanted(lists, standing);
        var change = new MemberListChange(transaction, resolution, by);
        for (var list : standing) {
            if (list.isImported() && list.values().equals(wanted.get(list.firstId()))) {
                wanted.remove(list.firstId());
            } else if (list.isImported()) {
                change.withdraw(list);
            }
        }
        wanted.forEach(change::write);
        change.execute();
    }

    /** The values of the lists to have by their ids, without those that someone else has already recorded. */
    private Map<String, Map<String, Object>> wanted(List<NewMemberList> lists, List<StoredMemberList> standing) {
        var survivors = MergeRedirects.of(
                transaction,
                lists.stream()
                        .flatMap(list ->
                                Stream.concat(Stream.of(list.organizationId()), list.selectedFromIds().stream()))
                        .toList());
        var wanted = new TreeMap<String, Map<String, Object>>();
        for (var list : lists) {
            var values = values(list, survivors);
            if (standing.stream().noneMatch(other -> other.standsFor(values))) {
                wanted.put(list.id(), values);
            }
        }
        return wanted;
    }

    /**
     * Marks the lists of a source as complete that lacked only decisions about lines.
     *
     * @param waitingOrganizationIds the organizations in which memberships still wait; called once the lists are locked
     */
    void settle(String sourceId, String person, Supplier<Set<String>> waitingOrganizationIds) {
        var pending = ofSource(sourceId).stream()
                .filter(StoredMemberList::isCompleteOnceSettled)
                .toList();
        if (pending.isEmpty()) {
            return;
        }
        var waiting = waitingOrganizationIds.get();
        for (var list : pending) {
            if (!waiting.contains(list.organizationId())) {
                // as part of the import that read the list, so that it is undone together with that import
                var by = new LedgerActivity(list.activityId(), LedgerActivity.Kind.IMPORT, person);
                var change = new MemberListChange(transaction, resolution, by);
                change.withdraw(list);
                change.write(list.firstId(), settled(list));
                change.execute();
            }
        }
    }

    private static Map<String, Object> settled(StoredMemberList list) {
        var values = new HashMap<>(list.values());
        values.remove(StoredMemberList.COMPLETE_ONCE_SETTLED);
        values.remove("note");
        var note = values.remove(StoredMemberList.NOTE_ONCE_SETTLED);
        if (note != null) {
            values.put("note", note);
        }
        values.put("complete", Completeness.YES.name());
        return values;
    }

    /**
     * Withdraws the lists that an activity recorded and restores those that it withdrew.
     *
     * @return how many lists changed
     */
    int undo(LedgerActivity by, String activityId) {
        var change = new MemberListChange(transaction, resolution, by);
        transaction.run(TO_UNDO.text(), Map.of("activityId", activityId)).forEachRemaining(row -> {
            var list = new StoredMemberList(row.get("list").asMap());
            if (row.get("isRecorded").asBoolean()) {
                change.withdraw(list, activityId);
            } else {
                change.restore(list);
            }
        });
        return change.execute();
    }

    private List<StoredMemberList> ofSource(String sourceId) {
        return transaction
                .run(OF_SOURCE.text(), Map.of("sourceId", sourceId))
                .list(row -> new StoredMemberList(row.get("list").asMap()));
    }

    private static Map<String, Object> values(NewMemberList list, Map<String, String> survivors) {
        var selectedFromIds = list.selectedFromIds().stream()
                .map(id -> survivors.getOrDefault(id, id))
                .toList();
        return new NodeProperties()
                .put("sourceId", list.sourceId())
                .put("organizationId", survivors.getOrDefault(list.organizationId(), list.organizationId()))
                .put("asOf", list.asOf())
                .put("complete", list.complete())
                .put("selection", list.selection())
                .put("rule", list.rule())
                .put("selectedFromIds", selectedFromIds.isEmpty() ? null : selectedFromIds)
                .put("note", list.note())
                .put(StoredMemberList.COMPLETE_ONCE_SETTLED, list.completeOnceSettled() ? Boolean.TRUE : null)
                .put(StoredMemberList.NOTE_ONCE_SETTLED, list.noteOnceSettled())
                .properties();
    }
}
