package io.throughline.intake.ingest;

import io.throughline.infra.cypher.CypherStatement;
import io.throughline.writing.ledger.LedgerActivity;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.neo4j.driver.TransactionContext;

/** Writes an import run from its beginning to its end, each step in a transaction of the caller. */
final class RunWriter {

    private static final CypherStatement LOCK = CypherStatement.in("ingest/lock-source.cypher");
    private static final CypherStatement BEGIN = CypherStatement.in("ingest/begin-run.cypher");
    private static final CypherStatement RESUME = CypherStatement.in("ingest/resume-run.cypher");
    private static final CypherStatement PROGRESS = CypherStatement.in("ingest/note-progress.cypher");
    private static final CypherStatement BATCH = CypherStatement.in("ingest/note-batch.cypher");
    private static final CypherStatement END = CypherStatement.in("ingest/end-run.cypher");
    private static final CypherStatement CANCEL = CypherStatement.in("ingest/cancel-run.cypher");
    private static final CypherStatement INTERRUPT = CypherStatement.in("ingest/interrupt-runs.cypher");
    private static final CypherStatement UNDO = CypherStatement.in("ingest/begin-undo.cypher");
    private static final CypherStatement UNDOING = CypherStatement.in("ingest/keep-undo-alive.cypher");

    private RunWriter() {}

    /**
     * Locks a source until the transaction ends, because only one import of a source may run at a time.
     *
     * @param patience an import with no progress for this long counts as interrupted
     * @throws ImportRejectedException if another import of the source is running
     */
    static void lockSource(TransactionContext transaction, String sourceId, Duration patience) {
        for (var row :
                transaction.run(LOCK.text(), Map.of("sourceId", sourceId)).list()) {
            if (row.get("quiet").asLong() <= patience.toSeconds()) {
                var other = ImportRun.of(row.get("run").asNode());
                throw new ImportRejectedException(
                        "SOURCE_BUSY",
                        "%s of %s by %s has been importing the source %s since %s: wait until it has ended, or cancel it"
                                .formatted(other.id(), other.fileName(), other.person(), sourceId, other.startedAt()));
            }
        }
    }

    static ImportRun begin(TransactionContext transaction, Map<String, Object> run) {
        return ImportRun.of(transaction
                .run(BEGIN.text(), Map.of("run", run))
                .single()
                .get("run")
                .asNode());
    }

    static Optional<ImportRun> resume(TransactionContext transaction, String id, String worker) {
        return run(transaction, RESUME, Map.of("id", id, "worker", worker));
    }

    /**
     * Records the progress of a run.
     *
     * @throws RunTakenException if the run no longer belongs to this worker
     */
    static void progress(TransactionContext transaction, String id, String worker, Map<String, Object> progress) {
        var parameters = Map.<String, Object>of("id", id, "worker", worker, "progress", progress);
        if (!transaction.run(PROGRESS.text(), parameters).hasNext()) {
            throw new RunTakenException(id);
        }
    }

    static void batch(TransactionContext transaction, Map<String, Object> batch, List<Map<String, Object>> findings) {
        transaction
                .run(BATCH.text(), Map.of("batch", batch, "findings", findings))
                .consume();
    }

    static Optional<ImportRun> end(
            TransactionContext transaction, String id, String worker, ImportState state, Map<String, Object> ending) {
        return run(transaction, END, Map.of("id", id, "worker", worker, "state", state.name(), "ending", ending));
    }

    static Optional<ImportRun> cancel(TransactionContext transaction, String id, String person) {
        return run(transaction, CANCEL, Map.of("id", id, "person", person));
    }

    /**
     * Marks the runs as interrupted that have made no progress for this many seconds; -1 marks all that are marked as
     * running.
     */
    static List<ImportRun> markInterrupted(TransactionContext transaction, long quiet) {
        return markInterrupted(transaction, quiet, Set.of());
    }

    /** The same, except for runs that are known to be active. */
    static List<ImportRun> markInterrupted(TransactionContext transaction, long quiet, Set<String> activeIds) {
        return transaction
                .run(INTERRUPT.text(), Map.of("quiet", quiet, "own", List.copyOf(activeIds)))
                .list(row -> ImportRun.of(row.get("run").asNode()));
    }

    /** Begins or resumes the undo of a run; returns the activity that undoes it. */
    static Optional<LedgerActivity> beginUndo(
            TransactionContext transaction, String id, String worker, Map<String, Object> undo) {
        return transaction.run(UNDO.text(), Map.of("id", id, "worker", worker, "undo", undo)).stream()
                .findFirst()
                .map(row -> new LedgerActivity(
                        row.get("undoId").asString(),
                        LedgerActivity.Kind.EDIT,
                        row.get("person").asString()));
    }

    /**
     * Records that a run is still being undone.
     *
     * @throws RunTakenException if another worker has taken over the undo
     */
    static void keepUndoAlive(TransactionContext transaction, String id, String worker) {
        if (!transaction.run(UNDOING.text(), Map.of("id", id, "worker", worker)).hasNext()) {
            throw new RunTakenException(id);
        }
    }

    private static Optional<ImportRun> run(
            TransactionContext transaction, CypherStatement statement, Map<String, Object> parameters) {
        return transaction.run(statement.text(), parameters).stream()
                .findFirst()
                .map(row -> ImportRun.of(row.get("run").asNode()));
    }

    /** The run was cancelled or taken over by another worker; the transaction is rolled back. */
    static final class RunTakenException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        RunTakenException(String id) {
            super(id + " no longer belongs to this worker");
        }
    }
}
