package io.throughline.intake.ingest;

import io.throughline.infra.cypher.CypherStatement;
import io.throughline.intake.ingest.PlannedLine.ToWait;
import io.throughline.intake.matching.AgentMatch;
import io.throughline.intake.matching.ListedAgent;
import io.throughline.reference.name.NameKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.TransactionContext;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes what has to wait from a batch: the questions for the review queue and the memberships that wait for the
 * answers.
 */
final class ReviewQueueWriter {

    private static final CypherStatement WAIT = CypherStatement.in("ingest/wait-for-review.cypher");
    private static final CypherStatement END = CypherStatement.in("ingest/end-waiting-rows.cypher");
    private static final CypherStatement UNDO = CypherStatement.in("ingest/undo-waiting-rows.cypher");
    private static final CypherStatement CLOSE_EMPTY = CypherStatement.in("ingest/close-empty-review-items.cypher");

    private final String runId;

    /** In order of id, so that concurrent writers do not deadlock. */
    private final TreeMap<String, Map<String, Object>> items = new TreeMap<>();

    private final TreeMap<String, Map<String, Object>> rows = new TreeMap<>();

    private ReviewQueueWriter(String runId) {
        this.runId = runId;
    }

    static ReviewQueueWriter of(ImportRun run, List<PlannedLine> lines) {
        var writer = new ReviewQueueWriter(run.id());
        for (var line : lines) {
            for (var planned : line.memberships()) {
                if (planned instanceof ToWait wait) {
                    writer.add(run.sourceId(), line.number(), wait);
                }
            }
        }
        return writer;
    }

    private void add(String sourceId, int line, ToWait wait) {
        var written = wait.stated().member();
        var itemId = itemId(sourceId, written);
        items.put(
                itemId,
                Map.of("id", itemId, "written", written(sourceId, written), "question", question(wait.match())));
        var stated = PendingMembership.properties(wait.stated());
        stated.put("sourceId", sourceId);
        // the same membership on another line of the next file, or with another note, is the same row
        var statement = new TreeMap<>(stated);
        statement.keySet().removeAll(List.of("locator", "note"));
        var rowId = itemId + "." + TextFingerprint.hex(statement);
        rows.putIfAbsent(rowId, Map.of("id", rowId, "itemId", itemId, "line", line, "stated", stated));
    }

    /** One item per source and listed agent: its rows wait and are settled together. */
    private static String itemId(String sourceId, ListedAgent written) {
        return "review.%s.%s"
                .formatted(
                        sourceId,
                        TextFingerprint.hex(
                                NameKey.of(written.name()).forms(),
                                written.kind(),
                                written.country(),
                                written.state(),
                                new TreeMap<>(written.identifiers()),
                                rounded(written.latitude()),
                                rounded(written.longitude())));
    }

    /** Rounds to about a kilometre: lists give the same place with more or fewer digits. */
    private static @Nullable Long rounded(@Nullable Double degrees) {
        return degrees == null ? null : Math.round(degrees * 100);
    }

    private static Map<String, Object> written(String sourceId, ListedAgent written) {
        var properties = new HashMap<String, Object>();
        properties.put("sourceId", sourceId);
        properties.put("name", written.name());
        properties.put("kind", written.kind().name());
        put(properties, "country", written.country());
        put(properties, "writtenState", written.state());
        put(properties, "latitude", written.latitude());
        put(properties, "longitude", written.longitude());
        put(properties, "population", written.population());
        properties.put("identifiers", JsonMapper.shared().writeValueAsString(new TreeMap<>(written.identifiers())));
        return properties;
    }

    private static void put(Map<String, Object> properties, String name, @Nullable Object value) {
        if (value != null) {
            properties.put(name, value);
        }
    }

    private static Map<String, Object> question(AgentMatch.Waiting match) {
        return Map.of(
                "code", match.code(),
                "reason", match.reason(),
                "candidates", ReviewItem.json(match.candidates()));
    }

    void write(TransactionContext transaction) {
        if (!rows.isEmpty()) {
            transaction
                    .run(
                            WAIT.text(),
                            Map.of(
                                    "runId",
                                    runId,
                                    "items",
                                    List.copyOf(items.values()),
                                    "rows",
                                    List.copyOf(rows.values())))
                    .consume();
        }
    }

    /** Stops the waiting of memberships that the source no longer states, after a run that read the whole list. */
    static void endUnstated(TransactionContext transaction, String sourceId, String runId) {
        transaction
                .run(END.text(), Map.of("sourceId", sourceId, "runId", runId))
                .consume();
        closeEmptyItems(transaction, sourceId);
    }

    /** Undoes what a run did to the review queue. */
    static void undo(TransactionContext transaction, String sourceId, String runId) {
        transaction
                .run(UNDO.text(), Map.of("sourceId", sourceId, "runId", runId))
                .consume();
        closeEmptyItems(transaction, sourceId);
    }

    private static void closeEmptyItems(TransactionContext transaction, String sourceId) {
        transaction.run(CLOSE_EMPTY.text(), Map.of("sourceId", sourceId)).consume();
    }
}
