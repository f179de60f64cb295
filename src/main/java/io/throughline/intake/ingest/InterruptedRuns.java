package io.throughline.intake.ingest;

import io.throughline.infra.cypher.CypherStatement;
import io.throughline.infra.cypher.GraphReader;
import io.throughline.infra.cypher.GraphWriter;
import io.throughline.infra.store.StoreReadyEvent;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Finds imports that were interrupted because their program or the database ended, and marks them. */
@Component
class InterruptedRuns {

    private static final CypherStatement QUIET = CypherStatement.in("ingest/quiet-runs.cypher");
    /** Marks every run, however recent its last progress. */
    private static final long ANY_AGE = -1;

    private final GraphReader reader;
    private final GraphWriter graph;
    private final ImportSettings settings;
    private final boolean embedded;

    InterruptedRuns(
            GraphReader reader,
            GraphWriter graph,
            ImportSettings settings,
            @Value("${spring.neo4j.uri:embedded}") String uri) {
        this.reader = reader;
        this.graph = graph;
        this.settings = settings;
        this.embedded = uri.equals("embedded");
    }

    /**
     * Runs at the start. Nobody else can write to an embedded database, so a run that is still marked as running is
     * not.
     */
    @EventListener(StoreReadyEvent.class)
    void markAtStart() {
        mark(embedded ? ANY_AGE : settings.patience().toSeconds(), Set.of());
    }

    /**
     * Marks and returns the imports that have made no progress for a while.
     *
     * @param activeIds ids of runs active in this process, which are never marked
     */
    List<ImportRun> markQuiet(Set<String> activeIds) {
        return mark(settings.patience().toSeconds(), activeIds);
    }

    /** Leaves the graph as it is if no run has to be marked. */
    private List<ImportRun> mark(long quiet, Set<String> activeIds) {
        var runs = reader.one(
                        QUIET,
                        Map.of("quiet", quiet, "own", List.copyOf(activeIds)),
                        row -> row.get("runs").asInt())
                .orElse(0);
        if (runs == 0) {
            return List.of();
        }
        var interrupted = graph.write(transaction -> RunWriter.markInterrupted(transaction, quiet, activeIds));
        ImportStarter.logInterrupted(interrupted);
        return interrupted;
    }
}
