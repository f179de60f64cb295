package io.throughline.intake.ingest;

import io.throughline.graphql.connection.Connection;
import io.throughline.graphql.connection.ListCursor;
import io.throughline.graphql.connection.ListRequest;
import io.throughline.intake.ingest.LineRecords.LineRecord;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Pages through the lines of an import, which are kept a batch at a time. */
@Component
class RunRowPager {

    /** What became of a line, with an id of its own. */
    record ImportRow(String id, int line, LineOutcome outcome, List<String> claimIds) {

        static ImportRow of(String runId, LineRecord line) {
            return new ImportRow(runId + ":" + line.number(), line.number(), line.outcome(), line.claimIds());
        }
    }

    private static final String LIST = "ingest/batches-of-run.cypher";
    private static final int BATCHES = 3;

    private final RunQueries reads;

    RunRowPager(RunQueries reads) {
        this.reads = reads;
    }

    /** A page of what became of each line, in order of line. */
    Connection<ImportRow> of(String runId, ListRequest listing) {
        var page = listing.page();
        var wanted = page.count() + 1;
        var rows = page.backward() ? before(runId, listing, wanted) : after(runId, listing, wanted);
        var more = rows.size() > page.count();
        var shown = new ArrayList<>(rows.subList(0, Math.min(page.count(), rows.size())));
        if (page.backward()) {
            Collections.reverse(shown);
        }
        var left = page.beside() != null && page.count() > 0;
        var edges = shown.stream()
                .map(row -> new Connection.Edge<>(ImportRow.of(runId, row), listing.cursor(List.of(row.number()))))
                .toList();
        return new Connection<>(
                edges,
                new Connection.PageInfo(
                        page.backward() ? left : more,
                        page.backward() ? more : left,
                        edges.isEmpty() ? null : edges.get(0).position(),
                        edges.isEmpty() ? null : edges.get(edges.size() - 1).position()),
                null,
                null,
                new Connection.Origin(LIST, runId, Map.of(), listing));
    }

    private List<LineRecord> after(String runId, ListRequest listing, int wanted) {
        var line = line(listing, 0);
        var rows = new ArrayList<LineRecord>();
        for (var batches = reads.batches(runId, line, BATCHES);
                !batches.isEmpty() && rows.size() < wanted;
                batches = reads.batches(runId, line, BATCHES)) {
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

    private List<LineRecord> before(String runId, ListRequest listing, int wanted) {
        var line = line(listing, Integer.MAX_VALUE);
        var rows = new ArrayList<LineRecord>();
        for (var batches = reads.batchesBefore(runId, line, BATCHES);
                !batches.isEmpty() && rows.size() < wanted;
                batches = reads.batchesBefore(runId, line, BATCHES)) {
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

    private static int line(ListRequest listing, int otherwise) {
        ListCursor beside = listing.page().beside();
        return beside != null && beside.keys().get(0) instanceof Number line ? line.intValue() : otherwise;
    }
}
