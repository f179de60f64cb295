package io.throughline.intake.ingest;

import io.throughline.infra.cypher.GraphWriter;
import org.springframework.stereotype.Component;

/** Stops imports, whichever server runs them. */
@Component
class ImportCanceller {

    private final GraphWriter graph;

    ImportCanceller(GraphWriter graph) {
        this.graph = graph;
    }

    /**
     * Tells an import to stop before its next batch.
     *
     * @throws ImportRejectedException if it does not run
     */
    ImportRun cancel(String runId, String person) {
        return graph.write(transaction -> RunWriter.stop(transaction, runId, person))
                .orElseThrow(
                        () -> new ImportRejectedException("NOT_RUNNING", "%s does not run".formatted(runId), "run"));
    }
}
