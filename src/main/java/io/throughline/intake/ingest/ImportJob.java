package io.throughline.intake.ingest;

import io.throughline.infra.cypher.GraphWriter;
import io.throughline.intake.ingest.RunWriter.RunTakenException;
import io.throughline.writing.ledger.Ledger;
import io.throughline.writing.ledger.UnknownReferenceException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An import that has begun: to be run once, or closed. */
public final class ImportJob implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(ImportJob.class);

    private final GraphWriter graph;
    private final Ledger ledger;
    private final RunQueries reads;
    private final int batchSize;
    private final String worker;
    private final ImportExecution.Subject subject;
    private final SeenMemberships before;
    private final ImportRun begun;

    private volatile ImportRun latest;
    private volatile boolean stopped;

    ImportJob(
            GraphWriter graph,
            Ledger ledger,
            RunQueries reads,
            int batchSize,
            String worker,
            ImportExecution.Subject subject,
            ImportRun begun,
            SeenMemberships before) {
        this.graph = graph;
        this.ledger = ledger;
        this.reads = reads;
        this.batchSize = batchSize;
        this.worker = worker;
        this.subject = subject;
        this.begun = begun;
        this.latest = begun;
        this.before = before;
    }

    /** The run as it was in the beginning. */
    public ImportRun begun() {
        return begun;
    }

    /** The run as it ended; while it has not, as it was in the beginning. */
    public ImportRun latest() {
        return latest;
    }

    /**
     * Reads the file to its end, in this thread. What is recorded stays, however it ends.
     *
     * @param listener told how far it is
     * @return the run as it ended: DONE, CANCELLED, INTERRUPTED or FAILED, and why
     */
    public ImportRun run(ImportProgress listener) {
        latest = work(listener);
        return latest;
    }

    private ImportRun work(ImportProgress listener) {
        var work = new ImportExecution(
                graph, ledger, reads, batchSize, worker, subject, begun, before, listener, () -> stopped);
        try (var file = subject.file()) {
            var done = work.run();
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
            return now();
        } catch (ImportExecution.ImportStoppedException stopping) {
            return end(ImportState.INTERRUPTED, "the program was stopped", stopping);
        } catch (UncheckedIOException e) {
            return end(ImportState.FAILED, "the file cannot be read to its end: " + e.getMessage(), e);
        } catch (UnknownReferenceException e) {
            return end(ImportState.FAILED, String.valueOf(e.getMessage()), e);
        } catch (RuntimeException e) {
            log.error("Import {} was broken off", begun.id(), e);
            return end(ImportState.INTERRUPTED, "a batch failed, as the log tells", e);
        }
    }

    /** Has it end behind the batch it is at; it can be gone on with then. */
    public void stop() {
        stopped = true;
    }

    private ImportRun end(ImportState state, String message, RuntimeException cause) {
        try {
            var ended = graph.write(
                    transaction -> RunWriter.end(transaction, begun.id(), worker, state, Map.of("message", message)));
            log.warn(
                    "Import {} of {} is {}: {}, after {} lines",
                    begun.id(),
                    begun.fileName(),
                    state,
                    message,
                    ended.map(ImportRun::linesDone).orElse(0L));
            return ended.orElseGet(this::now);
        } catch (RuntimeException e) {
            // the next start says so
            cause.addSuppressed(e);
            throw new DatabaseLostException(begun, cause);
        }
    }

    private ImportRun now() {
        return reads.run(begun.id()).orElse(begun);
    }

    /** Ends what was never run. */
    @Override
    public void close() {
        subject.file().close();
    }
}
