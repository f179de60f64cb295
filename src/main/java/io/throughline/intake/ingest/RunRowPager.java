package io.throughline.intake.ingest;

import io.throughline.graphql.connection.Connection;
import io.throughline.graphql.connection.ListCursor;
import io.throughline.graphql.connection.ListRequest;
import io.throughline.intake.ingest.LineRecords.LineRecord;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Pages through the lines of an import, which are stored in batches. */
@Component
class RunRowPager {

    /** What became of a line, with its own id. */
    record ImportRow(
            String id,
            int line,
            LineOutcome outcome,
            List<String> claimIds,
            List<MatchedMember> members,
            @Nullable String reason) {

        static ImportRow of(String runId, LineRecord line) {
            var detail = LineDetail.of(line.detail());
            return new ImportRow(
                    runId + ":" + line.number(),
                    line.number(),
                    line.outcome(),
                    line.claimIds(),
                    detail.members(),
                    detail.reason());
        }
    }

    private static final String STATEMENT = "ingest/batches-of-run.cypher";
    private static final int BATCHES = 3;

    private final RunQueries queries;

    RunRowPager(RunQueries queries) {
        this.queries = queries;
    }

    /** A page of lines, in order. Their total is that of the run, which is written in the same transactions. */
    Connection<ImportRow> of(ImportRun run, ListRequest request) {
        var runId = run.id();
        var page = request.page();
        var wanted = page.count() + 1;
        var rows = page.backward() ? before(runId, request, wanted) : after(runId, request, wanted);
        var more = rows.size() > page.count();
        var shown = new ArrayList<>(rows.subList(0, Math.min(page.count(), rows.size())));
        if (page.backward()) {
            Collections.reverse(shown);
        }
        var left = page.cursor() != null && page.count() > 0;
        var edges = shown.stream()
                .map(row -> new Connection.Edge<>(ImportRow.of(runId, row), request.cursor(List.of(row.number()))))
                .toList();
        return new Connection<>(
                edges,
                new Connection.PageInfo(
                        page.backward() ? left : more,
                        page.backward() ? more : left,
                        edges.isEmpty() ? null : edges.get(0).position(),
                        edges.isEmpty() ? null : edges.get(edges.size() - 1).position()),
                Math.toIntExact(run.linesDone()),
                null,
                new Connection.Origin(STATEMENT, runId, Map.of(), request));
    }

    private List<LineRecord> after(String runId, ListRequest request, int wanted) {
        var line = line(request, 0);
        var rows = new ArrayList<LineRecord>();
        for (var batches = queries.batches(runId, line, BATCHES);
                !batches.isEmpty() && rows.size() < wanted;
                batches = queries.batches(runId, line, BATCHES)) {
            for (var batch : batches) {
                for (var row : batch.lines()) {
                    if (row.number() > line) {
                        rows.add(row);
                    }
                }
            }
            line = rows.get(rows.size() - 1).number();
        }
        return rows.subList(0, Math.min(wanted, rows.size()));
    }

    private List<LineRecord> before(String runId, ListRequest request, int wanted) {
        var line = line(request, Integer.MAX_VALUE);
        var rows = new ArrayList<LineRecord>();
        for (var batches = queries.batchesBefore(runId, line, BATCHES);
                !batches.isEmpty() && rows.size() < wanted;
                batches = queries.batchesBefore(runId, line, BATCHES)) {
            for (var batch : batches) {
                var reversed = new ArrayList<>(batch.lines());
                Collections.reverse(reversed);
                for (var row : reversed) {
                    if (row.number() < line) {
                        rows.add(row);
                    }
                }
            }
            line = rows.get(rows.size() - 1).number();
        }
        return rows.subList(0, Math.min(wanted, rows.size()));
    }

    private static int line(ListRequest request, int defaultLine) {
        ListCursor beside = request.page().cursor();
        return beside != null && beside.keys().get(0) instanceof Number line ? line.intValue() : defaultLine;
    }
}
