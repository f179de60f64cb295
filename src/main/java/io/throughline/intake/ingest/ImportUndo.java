package io.throughline.intake.ingest;

import io.throughline.infra.cypher.GraphWriter;
import io.throughline.writing.ledger.Ledger;
import io.throughline.writing.ledger.LedgerActivity;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Undoes whole imports: what an import recorded is withdrawn, what it superseded or withdrew is restored. */
@Component
public class ImportUndo {

    private static final Logger log = LoggerFactory.getLogger(ImportUndo.class);
    private static final int CLAIMS_PER_TRANSACTION = 1_000;

    private final GraphWriter graph;
    private final Ledger ledger;
    private final RunQueries queries;
    private final ImportSettings settings;

    ImportUndo(GraphWriter graph, Ledger ledger, RunQueries queries, ImportSettings settings) {
        this.graph = graph;
        this.ledger = ledger;
        this.queries = queries;
        this.settings = settings;
    }

    /** An undo that has begun. */
    public record StartedUndo(ImportRun run, String worker, LedgerActivity by) {}

    /**
     * Begins to undo an import, or resumes an interrupted undo.
     *
     * @throws ImportRejectedException if there is nothing to undo, or if a later import of the source builds on it
     */
    public StartedUndo begin(String runId, String person) {
        var run = queries.run(runId)
                .orElseThrow(() ->
                        new ImportRejectedException("RUN_UNKNOWN", "no import has the id %s".formatted(runId), "run"));
        queries.later(runId).stream().findFirst().ifPresent(later -> {
            throw new ImportRejectedException(
                    "LATER_RUN",
                    "%s imported the source %s later and builds on it: undo that import first"
                            .formatted(later.id(), run.sourceId()),
                    "run");
        });
        var worker = UUID.randomUUID().toString();
        var by = graph.write(transaction -> {
            ImportStarter.logInterrupted(
                    RunWriter.markInterrupted(transaction, settings.patience().toSeconds()));
            RunWriter.lockSource(transaction, run.sourceId(), settings.patience());
            return RunWriter.beginUndo(
                            transaction,
                            runId,
                            worker,
                            Map.of(
                                    "id",
                                    "undo-" + runId,
                                    "kind",
                                    LedgerActivity.Kind.EDIT.name(),
                                    "action",
                                    "UNDO",
                                    "person",
                                    person))
                    .orElseThrow(() -> new ImportRejectedException(
                            "NOTHING_TO_UNDO",
                            "%s cannot be undone: it is %s".formatted(runId, run.dryRun() ? "a dry run" : run.state()),
                            "run"));
        });
        return new StartedUndo(run, worker, by);
    }

    /**
     * Finishes the undo, some claims at a time, in this thread.
     *
     * @param listener receives the number of facts withdrawn or restored so far, after each transaction that changed
     *     any
     * @return the run, UNDONE
     */
    public ImportRun finish(StartedUndo started, LongConsumer listener) {
        var id = started.run().id();
        var changed = 0L;
        for (var more = true; more; ) {
            var undone = graph.write(transaction -> {
                RunWriter.keepUndoAlive(transaction, id, started.worker());
                return ledger.undo(transaction, started.by(), id, CLAIMS_PER_TRANSACTION);
            });
            more = undone.more();
            var justChanged = undone.withdrawn() + undone.restored() + undone.nodes();
            if (justChanged > 0) {
                changed += justChanged;
                listener.accept(changed);
            }
        }
        var run = graph.write(transaction -> {
            ReviewQueueWriter.undo(transaction, started.run().sourceId(), id);
            return RunWriter.end(transaction, id, started.worker(), ImportState.UNDONE, Map.of())
                    .orElseThrow(() -> new RunWriter.RunTakenException(id));
        });
        log.info(
                "Import {} of {} was undone by {}: {} facts changed",
                id,
                run.fileName(),
                started.by().person(),
                changed);
        return run;
    }
}
