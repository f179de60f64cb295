package io.throughline.intake.ingest;

import static java.util.stream.Collectors.groupingBy;

import io.throughline.infra.cypher.CypherStatement;
import io.throughline.infra.cypher.GraphReader;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Reads what became of each line of an import, for reports. */
@Component
public class ImportLines {

    private static final CypherStatement FINDINGS = CypherStatement.in("ingest/findings-of-lines.cypher");
    private static final CypherStatement REMARKS = CypherStatement.in("ingest/remarks-of-run.cypher");
    private static final int BATCHES = 5;

    private final RunQueries queries;
    private final GraphReader graph;

    ImportLines(RunQueries queries, GraphReader graph) {
        this.queries = queries;
        this.graph = graph;
    }

    /**
     * A line of the file.
     *
     * @param number the line number, from 1
     * @param claimIds the claims that now state what the line says; in a dry run those that would
     * @param detail how it was read
     */
    public record ReportedLine(
            int number, LineOutcome outcome, List<String> claimIds, LineDetail detail, List<ImportFinding> findings) {}

    /** The first findings on lines that were used, and the total number of such findings. */
    public record Remarks(List<ImportFinding> first, long total) {}

    private record Remark(ImportFinding finding, long total) {}

    /** The first findings on lines that were used nevertheless, in order of line. */
    public Remarks remarks(String runId, int limit) {
        var found = graph.list(
                REMARKS,
                Map.of("id", runId, "limit", limit),
                row -> new Remark(
                        ImportFinding.of(row.get("finding").asNode()),
                        row.get("total").asLong()));
        return new Remarks(
                found.stream().map(Remark::finding).toList(),
                found.isEmpty() ? 0 : found.get(0).total());
    }

    /** Receives lines one after another. */
    @FunctionalInterface
    public interface LineConsumer {
        void accept(ReportedLine line) throws IOException;
    }

    /**
     * Passes each line to a consumer, in order.
     *
     * @throws IOException if the consumer throws one
     */
    public void forEach(String runId, LineConsumer consumer) throws IOException {
        var after = 0;
        for (var batches = queries.batches(runId, after, BATCHES);
                !batches.isEmpty();
                batches = queries.batches(runId, after, BATCHES)) {
            for (var batch : batches) {
                var lines = batch.lines();
                after = lines.get(lines.size() - 1).number();
                var findings = findings(runId, lines.get(0).number(), after);
                for (var line : lines) {
                    consumer.accept(new ReportedLine(
                            line.number(),
                            line.outcome(),
                            line.claimIds(),
                            LineDetail.of(line.detail()),
                            findings.getOrDefault(line.number(), List.of())));
                }
            }
        }
    }

    private Map<Integer, List<ImportFinding>> findings(String runId, int first, int last) {
        return graph
                .list(
                        FINDINGS,
                        Map.of(
                                "id",
                                runId,
                                "from",
                                BatchWriter.findingId(runId, first),
                                "to",
                                BatchWriter.findingId(runId, last + 1)),
                        row -> ImportFinding.of(row.get("finding").asNode()))
                .stream()
                .collect(groupingBy(ImportFinding::line));
    }
}
