package io.throughline.intake.ingest;

import io.throughline.infra.cypher.GraphWriter;
import org.springframework.stereotype.Component;

/** Cancels imports, whichever server runs them. */
@Component
class ImportCanceller {

    private final GraphWriter graph;

    ImportCanceller(GraphWriter graph) {
        this.graph = graph;
    }

    /**
     * Cancels an import, which then stops before its next batch.
     *
     * @throws ImportRejectedException if the import is not running
     */
    ImportRun cancel(String runId, String person) {
        return graph.write(transaction -> RunWriter.cancel(transaction, runId, person))
                .orElseThrow(() ->
                        new ImportRejectedException("NOT_RUNNING", "import %s is not running".formatted(runId), "run"));
    }
}
