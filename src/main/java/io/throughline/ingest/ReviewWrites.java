package io.throughline.ingest;

import io.throughline.cypher.Statement;
import io.throughline.ingest.PlannedLine.ToWait;
import io.throughline.matching.Match;
import io.throughline.matching.WrittenAgent;
import io.throughline.name.NameKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.TransactionContext;
import tools.jackson.databind.json.JsonMapper;

/** What a batch lets wait: the questions for the review queue, and the memberships that wait for the answers. */
final class ReviewWrites {

    private static final Statement WAIT = Statement.in("ingest/wait-for-review.cypher");
    private static final Statement END = Statement.in("ingest/end-waiting-rows.cypher");
    private static final Statement TAKE_BACK = Statement.in("ingest/take-back-waiting-rows.cypher");
    private static final Statement CLOSE = Statement.in("ingest/close-empty-review-items.cypher");

    private final String runId;

    /** In order of id, so that two writers never wait for each other. */
    private final TreeMap<String, Map<String, Object>> items = new TreeMap<>();

    private final TreeMap<String, Map<String, Object>> rows = new TreeMap<>();

    private ReviewWrites(String runId) {
        this.runId = runId;
    }

    static ReviewWrites of(ImportRun run, List<PlannedLine> lines) {
        var writes = new ReviewWrites(run.id());
        for (var line : lines) {
            for (var planned : line.memberships()) {
                if (planned instanceof ToWait wait) {
                    writes.add(run.sourceId(), line.number(), wait);
                }
            }
        }
        return writes;
    }

    private void add(String sourceId, int line, ToWait wait) {
        var written = wait.stated().member();
        var itemId = itemId(sourceId, written);
        items.put(itemId, Map.of("id", itemId, "written", written(sourceId, written), "asked", asked(wait.match())));
        var stated = WaitingRow.properties(wait.stated());
        stated.put("sourceId", sourceId);
        // what stands elsewhere in the next file, or is worded otherwise, is the same
        var said = new TreeMap<>(stated);
        said.keySet().removeAll(List.of("locator", "note"));
        var rowId = itemId + "." + Fingerprint.hex(said);
        rows.putIfAbsent(rowId, Map.of("id", rowId, "itemId", itemId, "line", line, "stated", stated));
    }

    /** One for each source and whoever it writes: its rows wait together and are settled together. */
    private static String itemId(String sourceId, WrittenAgent written) {
        return "review.%s.%s"
                .formatted(
                        sourceId,
                        Fingerprint.hex(
                                NameKey.of(written.name()).forms(),
                                written.kind(),
                                written.country(),
                                written.state(),
                                new TreeMap<>(written.identifiers()),
                                rounded(written.latitude()),
                                rounded(written.longitude())));
    }

    /** To about a kilometre: lists give the same place with more digits or fewer. */
    private static @Nullable Long rounded(@Nullable Double degrees) {
        return degrees == null ? null : Math.round(degrees * 100);
    }

    private static Map<String, Object> written(String sourceId, WrittenAgent written) {
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

    private static Map<String, Object> asked(Match.Waiting match) {
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

    /** Ends the waiting of what the source said before a run that read all of it, and does not say any more. */
    static void endFormer(TransactionContext transaction, String sourceId, String runId) {
        transaction
                .run(END.text(), Map.of("sourceId", sourceId, "runId", runId))
                .consume();
        close(transaction, sourceId);
    }

    /** Takes back what a run did to the review queue. */
    static void takeBack(TransactionContext transaction, String sourceId, String runId) {
        transaction
                .run(TAKE_BACK.text(), Map.of("sourceId", sourceId, "runId", runId))
                .consume();
        close(transaction, sourceId);
    }

    private static void close(TransactionContext transaction, String sourceId) {
        transaction.run(CLOSE.text(), Map.of("sourceId", sourceId)).consume();
    }
}
