package io.throughline.intake.ingest;

import io.throughline.graphql.connection.Connection;
import io.throughline.graphql.connection.ListCursor;
import io.throughline.graphql.connection.ListRequest;
import io.throughline.intake.ingest.LineRecords.LineRecord;
import io.throughline.intake.ingest.RunQueries.RunLines;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Pages through the lines of imports, which are stored in batches. */
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

    private static final String LIST = "ingest/lines-after-line.cypher";
    private static final Set<String> FIELDS_OF_LINES = Set.of("edges", "nodes", "pageInfo");

    /** A page begins within a batch and is shorter than one, so it ends in the next at the latest. */
    private static final int BATCHES = 2;

    private final RunQueries queries;

    RunRowPager(RunQueries queries) {
        this.queries = queries;
    }

    /** The lines of a run found so far, in the direction of the page. */
    private record FoundLines(int total, List<LineRecord> lines) {}

    /** The same page of the lines of several runs, in order. */
    Map<String, Connection<ImportRow>> each(Collection<String> runIds, ListRequest request) {
        var found = find(runIds, request);
        var pages = new HashMap<String, Connection<ImportRow>>();
        for (var runId : runIds) {
            pages.put(runId, page(runId, found.getOrDefault(runId, new FoundLines(0, List.of())), request));
        }
        return pages;
    }

    /**
     * One line more than requested of each run, to see whether more follow. If batches are smaller than usual, that takes
     * several statements, the more batches each: their number does not depend on that of the runs.
     */
    private Map<String, FoundLines> find(Collection<String> runIds, ListRequest request) {
        var backward = request.page().backward();
        var wanted = Collections.disjoint(request.fields(), FIELDS_OF_LINES)
                ? 0
                : request.page().count() + 1;
        var found = new HashMap<String, FoundLines>();
        var unfinished = new HashMap<String, Integer>();
        runIds.forEach(runId -> unfinished.put(runId, line(request)));
        for (var batches = Math.min(wanted, BATCHES); !unfinished.isEmpty(); batches *= 2) {
            var read = queries.lines(unfinished, backward, batches, wanted);
            unfinished.clear();
            for (var run : read) {
                var lines = found.computeIfAbsent(run.id(), id -> new FoundLines(run.total(), new ArrayList<>()))
                        .lines();
                add(run, backward, lines);
                if (lines.size() < wanted && run.batches().size() == batches) {
                    unfinished.put(run.id(), lines.get(lines.size() - 1).number());
                }
            }
        }
        return found;
    }

    private static void add(RunLines run, boolean backward, List<LineRecord> lines) {
        for (var batch : run.batches()) {
            var inDirection = new ArrayList<>(batch);
            if (backward) {
                Collections.reverse(inDirection);
            }
            lines.addAll(inDirection);
        }
    }

    private static Connection<ImportRow> page(String runId, FoundLines found, ListRequest request) {
        var page = request.page();
        var lines = found.lines();
        var more = lines.size() > page.count();
        var shown = new ArrayList<>(lines.subList(0, Math.min(page.count(), lines.size())));
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
                found.total(),
                null,
                null,
                new Connection.Origin(LIST, runId, Map.of(), request));
    }

    /** The line that the page begins or, backward, ends at, without it. */
    private static int line(ListRequest request) {
        ListCursor beside = request.page().cursor();
        if (beside != null && beside.keys().get(0) instanceof Number line) {
            return line.intValue();
        }
        return request.page().backward() ? Integer.MAX_VALUE : 0;
    }
}
