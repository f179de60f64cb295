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

/** Undoes imports as a whole: what one recorded is withdrawn, what it superseded or withdrew holds again. */
@Component
public class ImportUndo {

    private static final Logger log = LoggerFactory.getLogger(ImportUndo.class);
    private static final int CLAIMS_A_TIME = 1_000;

    private final GraphWriter graph;
    private final Ledger ledger;
    private final RunQueries reads;
    private final ImportSettings settings;

    ImportUndo(GraphWriter graph, Ledger ledger, RunQueries reads, ImportSettings settings) {
        this.graph = graph;
        this.ledger = ledger;
        this.reads = reads;
        this.settings = settings;
    }

    /** An undoing that has begun. */
    public record Begun(ImportRun run, String worker, LedgerActivity by) {}

    /**
     * Begins to undo an import, or goes on where that was broken off.
     *
     * @throws ImportRejectedException if there is nothing to undo, or a later import of the source rests on it
     */
    public Begun begin(String runId, String person) {
        var run = reads.run(runId)
                .orElseThrow(() -> new ImportRejectedException(
                        "RUN_UNKNOWN", "There is no import run %s".formatted(runId), "run"));
        reads.later(runId).stream().findFirst().ifPresent(later -> {
            throw new ImportRejectedException(
                    "LATER_RUN",
                    "%s imported the source %s later and rests on it: undo that first"
                            .formatted(later.id(), run.sourceId()),
                    "run");
        });
        var worker = UUID.randomUUID().toString();
        var by = graph.write(transaction -> {
            ImportStarter.interrupt(
                    RunWriter.interrupt(transaction, settings.patience().toSeconds()));
            RunWriter.takeTurn(transaction, run.sourceId(), settings.patience());
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
        return new Begun(run, worker, by);
    }

    /**
     * Undoes it, some claims at a time, in this thread.
     *
     * @param listener told after each transaction that changed some how many facts were taken back or brought back so far
     * @return the run, UNDONE
     */
    public ImportRun finish(Begun begun, LongConsumer listener) {
        var id = begun.run().id();
        var changed = 0L;
        for (var more = true; more; ) {
            var undone = graph.write(transaction -> {
                RunWriter.keepUndoAlive(transaction, id, begun.worker());
                return ledger.undo(transaction, begun.by(), id, CLAIMS_A_TIME);
            });
            more = undone.more();
            var changedNow = undone.withdrawn() + undone.restored() + undone.nodes();
            if (changedNow > 0) {
                changed += changedNow;
                listener.accept(changed);
            }
        }
        var run = graph.write(transaction -> {
            ReviewQueueWriter.takeBack(transaction, begun.run().sourceId(), id);
            return RunWriter.end(transaction, id, begun.worker(), ImportState.UNDONE, Map.of())
                    .orElseThrow(() -> new RunWriter.RunTakenException(id));
        });
        log.info(
                "Import {} of {} is undone by {}: {} facts changed",
                id,
                run.fileName(),
                begun.by().person(),
                changed);
        return run;
    }
}
