package io.throughline.intake.ingest;

import io.throughline.infra.cypher.CypherStatement;
import io.throughline.intake.mapping.DeclaredList;
import io.throughline.intake.mapping.Mapping;
import io.throughline.model.membership.Completeness;
import io.throughline.reference.date.PartialDate;
import io.throughline.writing.ledger.Ledger;
import io.throughline.writing.ledger.LedgerActivity;
import io.throughline.writing.ledger.NewMemberList;
import io.throughline.writing.ledger.NewMemberListBuilder;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.TransactionContext;

/**
 * Records the lists that a mapping declares, once a whole file has been read. A list counts as complete only if every line of
 * it could be used.
 */
final class MemberListRecorder {

    private static final CypherStatement WAITING = CypherStatement.in("ingest/lines-waiting-for-source.cypher");
    private static final CypherStatement LISTED = CypherStatement.in("ingest/organizations-listed-by-source.cypher");
    private static final CypherStatement PUBLISHED = CypherStatement.in("ingest/publication-of-source.cypher");

    private final Ledger ledger;
    private final TransactionContext transaction;

    MemberListRecorder(Ledger ledger, TransactionContext transaction) {
        this.ledger = ledger;
        this.transaction = transaction;
    }

    /**
     * What keeps the lists in a file from being complete.
     *
     * @param rejected the number of its lines that were rejected, each of which could name a member of any list
     * @param waiting on how many lines memberships wait for a decision, by organization
     * @param listed the organizations that have a member in it
     */
    private record ListGaps(long rejected, Map<String, Long> waiting, Set<String> listed) {

        /** The list as it is to be recorded. */
        NewMemberList list(DeclaredList declared, String sourceId, @Nullable PartialDate published) {
            var gap = declared.complete() == Completeness.YES ? gap(declared.organizationId()) : null;
            var onceSettled = gap != null && rejected == 0 && waiting.containsKey(declared.organizationId());
            return NewMemberListBuilder.builder()
                    .id(declared.id())
                    .sourceId(sourceId)
                    .organizationId(declared.organizationId())
                    .complete(gap == null ? declared.complete() : Completeness.UNKNOWN)
                    .completeOnceSettled(onceSettled)
                    .selectedFromIds(declared.selectedFromIds())
                    .asOf(declared.asOf() == null ? published : declared.asOf())
                    .selection(declared.selection())
                    .rule(declared.rule())
                    .note(note(gap, declared.note()))
                    .noteOnceSettled(onceSettled ? declared.note() : null)
                    .build();
        }

        private static @Nullable String note(@Nullable String gap, @Nullable String declared) {
            if (gap == null) {
                return declared;
            }
            return declared == null ? gap : "%s %s".formatted(gap, declared);
        }

        /** Why a list is not complete here although the mapping says so; null if it is complete. */
        private @Nullable String gap(String organizationId) {
            var lines = rejected + waiting.getOrDefault(organizationId, 0L);
            if (lines > 0) {
                return "When it was imported, %d %s or rejected, so members may be missing."
                        .formatted(lines, lines == 1 ? "line was left waiting" : "lines were left waiting");
            }
            return listed.contains(organizationId) ? null : "The file names no member.";
        }
    }

    /**
     * Records the lists in a file that was read to its end.
     *
     * @param rejected the number of its lines that were rejected
     */
    void record(LedgerActivity by, Mapping mapping, long rejected) {
        var source = mapping.source();
        var gaps = gaps(mapping, rejected);
        var published = source.known() && !mapping.lists().isEmpty() ? published(source.id()) : source.statedAt();
        ledger.recordMemberLists(
                transaction,
                by,
                source.id(),
                mapping.lists().stream()
                        .map(list -> gaps.list(list, source.id(), published))
                        .toList());
    }

    private ListGaps gaps(Mapping mapping, long rejected) {
        var organizationIds = mapping.lists().stream()
                .filter(list -> list.complete() == Completeness.YES)
                .map(DeclaredList::organizationId)
                .distinct()
                .toList();
        return organizationIds.isEmpty()
                ? new ListGaps(rejected, Map.of(), Set.of())
                : new ListGaps(
                        rejected,
                        waitingLines(mapping.source().id()),
                        listed(mapping.source().id(), organizationIds));
    }

    /** Marks the lists of a source as complete for which the last decision was made. */
    void settle(String sourceId, String person) {
        ledger.settleMemberLists(
                transaction, sourceId, person, () -> waitingLines(sourceId).keySet());
    }

    /** On how many lines memberships wait for a decision, by organization; a merged one under both its ids. */
    private Map<String, Long> waitingLines(String sourceId) {
        var lines = new HashMap<String, Long>();
        for (var row :
                transaction.run(WAITING.text(), Map.of("sourceId", sourceId)).list()) {
            Stream.of("organizationId", "survivorId")
                    .filter(id -> !row.get(id).isNull())
                    .forEach(id ->
                            lines.merge(row.get(id).asString(), row.get("lines").asLong(), Long::sum));
        }
        return lines;
    }

    private Set<String> listed(String sourceId, List<String> organizationIds) {
        return new HashSet<>(transaction
                .run(LISTED.text(), Map.of("sourceId", sourceId, "ids", organizationIds))
                .list(row -> row.get("id").asString()));
    }

    private @Nullable PartialDate published(String sourceId) {
        return PartialDate.parseNullable(transaction
                .run(PUBLISHED.text(), Map.of("id", sourceId))
                .single()
                .get("statedAt")
                .asString(null));
    }
}
