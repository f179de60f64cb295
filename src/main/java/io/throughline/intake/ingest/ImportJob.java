package io.throughline.intake.ingest;

import io.throughline.infra.cypher.GraphWriter;
import io.throughline.intake.ingest.RunWriter.RunTakenException;
import io.throughline.writing.ledger.Ledger;
import io.throughline.writing.ledger.UnknownReferenceException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An import that has begun. Run it once, or close it. */
public final class ImportJob implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(ImportJob.class);

    private final GraphWriter graph;
    private final Ledger ledger;
    private final RunQueries queries;
    private final int batchSize;
    private final String worker;
    private final ImportExecution.ImportTask task;
    private final SeenMemberships seen;
    private final ImportRun initialRun;

    private volatile ImportRun latestRun;
    private volatile boolean stopped;

    ImportJob(
            GraphWriter graph,
            Ledger ledger,
            RunQueries queries,
            int batchSize,
            String worker,
            ImportExecution.ImportTask task,
            ImportRun initialRun,
            SeenMemberships seen) {
        this.graph = graph;
        this.ledger = ledger;
        this.queries = queries;
        this.batchSize = batchSize;
        this.worker = worker;
        this.task = task;
        this.initialRun = initialRun;
        this.latestRun = initialRun;
        this.seen = seen;
    }

    /** The run as it was at the beginning. */
    public ImportRun initialRun() {
        return initialRun;
    }

    /** The run as it ended; until then as it was at the beginning. */
    public ImportRun latestRun() {
        return latestRun;
    }

    /**
     * Reads the file to its end, in this thread. What is recorded stays, however the import ends.
     *
     * @param listener receives the progress
     * @return the run as it ended: DONE, or CANCELLED, INTERRUPTED or FAILED with a message
     * @throws DatabaseLostException if the database no longer responds
     */
    public ImportRun run(ImportProgress listener) {
        latestRun = execute(listener);
        return latestRun;
    }

    private ImportRun execute(ImportProgress listener) {
        var execution = new ImportExecution(
                graph, ledger, queries, batchSize, worker, task, initialRun, seen, listener, () -> stopped);
        try (var file = task.file()) {
            var done = execution.run();
            log.info(
                    "Import {} of {} with {} by {}{}: {} lines",
                    done.id(),
                    file.name(),
                    done.mapping(),
                    done.person(),
                    done.dryRun() ? " (dry run)" : "",
                    done.linesDone());
            return done;
        } catch (RunTakenException taken) {
            return currentRun();
        } catch (ImportExecution.ImportStoppedException stopping) {
            return end(ImportState.INTERRUPTED, "the program was stopped", stopping);
        } catch (UncheckedIOException e) {
            return end(ImportState.FAILED, "the file cannot be read to its end: " + e.getMessage(), e);
        } catch (UnknownReferenceException e) {
            return end(ImportState.FAILED, String.valueOf(e.getMessage()), e);
        } catch (RuntimeException e) {
            log.error("Import {} was interrupted", initialRun.id(), e);
            return end(ImportState.INTERRUPTED, "a batch failed; see the log", e);
        }
    }

    /** Makes the import end after its current batch; it can then be resumed. */
    public void stop() {
        stopped = true;
    }

    private ImportRun end(ImportState state, String message, RuntimeException cause) {
        try {
            var ended = graph.write(transaction ->
                    RunWriter.end(transaction, initialRun.id(), worker, state, Map.of("message", message)));
            log.warn(
                    "Import {} of {} is {} after {} lines: {}",
                    initialRun.id(),
                    initialRun.fileName(),
                    state,
                    ended.map(ImportRun::linesDone).orElse(0L),
                    message);
            return ended.orElseGet(this::currentRun);
        } catch (RuntimeException e) {
            // the next start marks the run as interrupted
            cause.addSuppressed(e);
            throw new DatabaseLostException(initialRun, cause);
        }
    }

    private ImportRun currentRun() {
        return queries.run(initialRun.id()).orElse(initialRun);
    }

    /** Closes the file of an import that was not run. */
    @Override
    public void close() {
        task.file().close();
    }
}
