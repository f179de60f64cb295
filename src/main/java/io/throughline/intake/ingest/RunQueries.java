package io.throughline.intake.ingest;

import static java.util.stream.Collectors.toMap;

import io.throughline.infra.cypher.CypherStatement;
import io.throughline.infra.cypher.GraphReader;
import io.throughline.intake.ingest.LineRecords.LineRecord;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.neo4j.driver.Value;
import org.springframework.stereotype.Repository;

/** Reads import runs and what they recorded, except for the paged lists of the API. */
@Repository
class RunQueries {

    private static final CypherStatement BY_ID = CypherStatement.in("ingest/run-by-id.cypher");
    private static final CypherStatement LATER = CypherStatement.in("ingest/later-runs-of-source.cypher");
    private static final CypherStatement INTERRUPTED_RUN_OF_FILE =
            CypherStatement.in("ingest/interrupted-run-of-file.cypher");
    private static final CypherStatement BATCHES = CypherStatement.in("ingest/batches-of-run.cypher");
    private static final CypherStatement LINES_AFTER = CypherStatement.in("ingest/lines-after-line.cypher");
    private static final CypherStatement LINES_BEFORE = CypherStatement.in("ingest/lines-before-line.cypher");
    private static final CypherStatement CLAIMS = CypherStatement.in("ingest/imported-claims-of-source.cypher");

    private static final CypherStatement LABELS = CypherStatement.in("ingest/labels-by-id.cypher");
    private static final CypherStatement INTERRUPTED_RUNS = CypherStatement.in("ingest/interrupted-runs.cypher");

    private static final int MAX_INTERRUPTED = 100;

    private final GraphReader graph;

    RunQueries(GraphReader graph) {
        this.graph = graph;
    }

    /** A claim of an earlier import that is still in force. */
    record ImportedClaim(String id, String membershipId, String memberId) {}

    Optional<ImportRun> run(String id) {
        return graph.one(
                BY_ID, Map.of("id", id), row -> ImportRun.of(row.get("run").asNode()));
    }

    /** Imports of the same source that began later and were not undone, the latest first. */
    List<ImportRun> later(String id) {
        return graph.list(
                LATER, Map.of("id", id), row -> ImportRun.of(row.get("run").asNode()));
    }

    /** The latest import of a source, if it read the same file with the same mapping and was interrupted. */
    Optional<ImportRun> findInterrupted(String sourceId, String sha256, String mappingText) {
        return graph.one(
                INTERRUPTED_RUN_OF_FILE,
                Map.of("sourceId", sourceId, "sha256", sha256, "mappingText", mappingText),
                row -> ImportRun.of(row.get("run").asNode()));
    }

    /** What became of the lines after a line, a few batches at a time. */
    List<LineRecords> batches(String runId, int afterLine, int limit) {
        return graph.list(
                BATCHES,
                Map.of("id", runId, "after", afterLine, "limit", limit),
                row -> LineRecords.of(row.get("batch").asNode()));
    }

    /**
     * Some lines of a run.
     *
     * @param total the number of all its lines so far
     * @param batches the lines of some batches, each in order
     */
    record RunLines(String id, int total, List<List<LineRecord>> batches) {}

    /** What became of the lines of several runs after a line of each, or before it with the last batches first. */
    List<RunLines> lines(Map<String, Integer> lineByRun, boolean before, int batches, int linesPerBatch) {
        var runs = lineByRun.entrySet().stream()
                .map(run -> Map.of("id", run.getKey(), "line", run.getValue()))
                .toList();
        return graph.list(
                before ? LINES_BEFORE : LINES_AFTER,
                Map.of("runs", runs, "batches", batches, "limit", linesPerBatch),
                row -> new RunLines(
                        row.get("id").asString(),
                        row.get("total").asInt(0),
                        row.get("batches").asList(LineRecords::lines)));
    }

    /** Some of the claims that imports took from a source, in order of id, after a claim; "" for the beginning. */
    List<ImportedClaim> claims(String sourceId, String afterId, int limit) {
        var prefix = sourceId + ".";
        return graph.list(
                CLAIMS,
                Map.of(
                        "sourceId",
                        sourceId,
                        "after",
                        afterId.isEmpty() ? prefix : afterId,
                        "end",
                        sourceId + "/",
                        "limit",
                        limit),
                row -> new ImportedClaim(
                        row.get("id").asString(),
                        row.get("membershipId").asString(),
                        row.get("memberId").asString()));
    }

    /** The labels of nodes by id; ids that are not in the graph are left out. */
    Map<String, List<String>> labels(Collection<String> ids) {
        return graph
                .list(
                        LABELS,
                        Map.of("ids", List.copyOf(ids)),
                        row -> Map.entry(
                                row.get("id").asString(), row.get("labels").asList(Value::asString)))
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Interrupted imports, the oldest first. */
    List<ImportRun> interrupted() {
        return graph.list(
                INTERRUPTED_RUNS,
                Map.of("limit", MAX_INTERRUPTED),
                row -> ImportRun.of(row.get("run").asNode()));
    }
}
