package io.throughline.intake.ingest;

import io.throughline.infra.cypher.CypherStatement;
import io.throughline.writing.ledger.LedgerActivity;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.neo4j.driver.TransactionContext;

/** The statements that write an import run from its beginning to its end; each in a transaction of the caller. */
final class RunWriter {

    private static final CypherStatement TURN = CypherStatement.in("ingest/take-turn.cypher");
    private static final CypherStatement BEGIN = CypherStatement.in("ingest/begin-run.cypher");
    private static final CypherStatement GO_ON = CypherStatement.in("ingest/go-on-with-run.cypher");
    private static final CypherStatement PROGRESS = CypherStatement.in("ingest/note-progress.cypher");
    private static final CypherStatement BATCH = CypherStatement.in("ingest/note-batch.cypher");
    private static final CypherStatement END = CypherStatement.in("ingest/end-run.cypher");
    private static final CypherStatement STOP = CypherStatement.in("ingest/stop-run.cypher");
    private static final CypherStatement INTERRUPT = CypherStatement.in("ingest/interrupt-runs.cypher");
    private static final CypherStatement UNDO = CypherStatement.in("ingest/begin-undo.cypher");
    private static final CypherStatement UNDOING = CypherStatement.in("ingest/keep-undo-alive.cypher");

    private RunWriter() {}

    /**
     * Takes the turn of a source, which two imports at once may not have.
     *
     * @param patience after which an import that gives no sign of life is taken for broken off
     * @throws ImportRejectedException if another import of it is under way
     */
    static void takeTurn(TransactionContext transaction, String sourceId, Duration patience) {
        for (var row :
                transaction.run(TURN.text(), Map.of("sourceId", sourceId)).list()) {
            if (row.get("quiet").asLong() <= patience.toSeconds()) {
                var other = ImportRun.of(row.get("run").asNode());
                throw new ImportRejectedException(
                        "SOURCE_BUSY",
                        "%s of %s by %s is importing the source %s since %s: wait until it is done, or cancel it"
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

    static Optional<ImportRun> goOn(TransactionContext transaction, String id, String worker) {
        return run(transaction, GO_ON, Map.of("id", id, "worker", worker));
    }

    /**
     * Notes how far it has come.
     *
     * @throws RunTakenException if the run is not this worker's any more
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

    static Optional<ImportRun> stop(TransactionContext transaction, String id, String person) {
        return run(transaction, STOP, Map.of("id", id, "person", person));
    }

    /** Notes which runs were broken off: those without a sign of life for so long; null for all that say they run. */
    static List<ImportRun> interrupt(TransactionContext transaction, long quiet) {
        return interrupt(transaction, quiet, Set.of());
    }

    /** The same without some that surely are at work. */
    static List<ImportRun> interrupt(TransactionContext transaction, long quiet, Set<String> own) {
        return transaction
                .run(INTERRUPT.text(), Map.of("quiet", quiet, "own", List.copyOf(own)))
                .list(row -> ImportRun.of(row.get("run").asNode()));
    }

    /** Begins to undo a run, or goes on with it; the activity that does. */
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
     * Notes that it is still being undone.
     *
     * @throws RunTakenException if another does so by now
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

    /** The run was cancelled, or another worker goes on with it; nothing of this transaction holds. */
    static final class RunTakenException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        RunTakenException(String id) {
            super(id + " is not this worker's any more");
        }
    }
}
