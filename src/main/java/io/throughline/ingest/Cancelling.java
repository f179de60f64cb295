package io.throughline.ingest;

import io.throughline.cypher.GraphWriter;
import org.springframework.stereotype.Component;

/** Stops imports, whichever server runs them. */
@Component
class Cancelling {

    private final GraphWriter graph;

    Cancelling(GraphWriter graph) {
        this.graph = graph;
    }

    /**
     * Tells an import to stop before its next batch.
     *
     * @throws ImportRefused if it does not run
     */
    ImportRun cancel(String runId, String person) {
        return graph.write(transaction -> RunWrites.stop(transaction, runId, person))
                .orElseThrow(() -> new ImportRefused("NOT_RUNNING", "%s does not run".formatted(runId), "run"));
    }
}
