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

/** Notes which imports were broken off by the end of the program that ran them, or of the database. */
@Component
class InterruptedRuns {

    private static final CypherStatement QUIET = CypherStatement.in("ingest/quiet-runs.cypher");
    private static final long WHOEVER = -1;

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

    /** At the start. To the database in this process nobody else can write, so whatever says that it runs does not. */
    @EventListener(StoreReadyEvent.class)
    void note() {
        ImportStarter.interrupt(graph.write(transaction -> RunWriter.interrupt(
                transaction, embedded ? WHOEVER : settings.patience().toSeconds())));
    }

    /**
     * Those broken off since, which give no sign of life any more. Nothing is written when there are none.
     *
     * @param own ids of runs that are at work in this process, however quiet
     */
    List<ImportRun> since(Set<String> own) {
        var quiet = settings.patience().toSeconds();
        var runs = reader.one(
                        QUIET,
                        Map.of("quiet", quiet, "own", List.copyOf(own)),
                        row -> row.get("runs").asInt())
                .orElse(0);
        if (runs == 0) {
            return List.of();
        }
        var broken = graph.write(transaction -> RunWriter.interrupt(transaction, quiet, own));
        ImportStarter.interrupt(broken);
        return broken;
    }
}
