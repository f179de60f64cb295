package io.throughline.intake.ingest;

import io.throughline.infra.cypher.GraphWriter;
import io.throughline.intake.tabular.PublishedFile;
import io.throughline.writing.ledger.Ledger;
import io.throughline.writing.ledger.LedgerActivity;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import org.neo4j.driver.TransactionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Executes one import: reads the file from where the run stopped, a batch of lines at a time, and records each batch
 * together with the progress. So a batch is either in the graph or not, and a resumed run knows which. A dry run
 * previews each batch instead of recording it.
 */
final class ImportExecution {

    private static final Logger log = LoggerFactory.getLogger(ImportExecution.class);
    private static final int CLAIM_PAGE_SIZE = 2_000;
    private static final int BATCH_PAGE_SIZE = 20;
    private static final String WITHDRAWAL_REASON = "no longer in the list";

    private final GraphWriter graph;
    private final Ledger ledger;
    private final RunQueries queries;
    private final int batchSize;
    private final String worker;
    private final ImportTask task;
    private final SeenMemberships seen;
    private final ImportProgress listener;
    private final BooleanSupplier stopped;
    private final LedgerActivity activity;
    private final BatchWriter batchWriter;

    /** Agents added so far, so that each is counted once. */
    private final Set<String> added = new HashSet<>();

    /** Agents about which a line may say more than could be read: earlier claims about them are not withdrawn. */
    private final Set<String> uncertainAgentIds = new HashSet<>();

    /**
     * Memberships that a dry run found instead of the planned ones. Kept apart because later lines may already be
     * planned, and their outcome must not depend on that.
     */
    private final SeenMemberships redirected = new SeenMemberships();

    private boolean everythingUncertain;

    private ImportRun run;
    private ImportCounts counts;
    private long linesDone;

    ImportExecution(
            GraphWriter graph,
            Ledger ledger,
            RunQueries queries,
            int batchSize,
            String worker,
            ImportTask task,
            ImportRun run,
            SeenMemberships seen,
            ImportProgress listener,
            BooleanSupplier stopped) {
        this.stopped = stopped;
        this.graph = graph;
        this.ledger = ledger;
        this.queries = queries;
        this.batchSize = batchSize;
        this.worker = worker;
        this.task = task;
        this.run = run;
        this.seen = seen;
        this.listener = listener;
        this.activity = new LedgerActivity(run.id(), LedgerActivity.Kind.IMPORT, run.person());
        this.batchWriter = new BatchWriter(ledger);
        this.counts = run.counts();
        this.linesDone = run.linesDone();
    }

    /** The import was asked to stop. */
    static final class ImportStoppedException extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    /**
     * What to import.
     *
     * @param preparation adds what has to be in the graph before any line: the source and the organizations
     * @param completion adds what can be said only once all lines are recorded: the lists as a whole
     */
    record ImportTask(
            PublishedFile file,
            BatchPlanner planner,
            BiConsumer<TransactionContext, LedgerActivity> preparation,
            ImportCompletion completion) {}

    /** Records what follows from a file as a whole, in the transaction in which the run ends. */
    @FunctionalInterface
    interface ImportCompletion {

        void complete(TransactionContext transaction, LedgerActivity by, ImportCounts counts);
    }

    /**
     * Reads the file to its end.
     *
     * @return the run, DONE
     * @throws RunWriter.RunTakenException if the run was cancelled or taken over by another worker
     */
    ImportRun run() {
        restoreProgress();
        if (!run.dryRun()) {
            graph.write(transaction -> {
                task.preparation().accept(transaction, activity);
                return null;
            });
        }
        try (var lines = task.file().lines()) {
            var remaining = lines.iterator();
            for (var skipped = 0L; skipped < linesDone && remaining.hasNext(); skipped++) {
                remaining.next();
            }
            try (var planned = new PlannedBatches(task.file(), remaining, task.planner(), batchSize, run.dryRun())) {
                for (var batch = planned.take(); !batch.lines().isEmpty(); batch = planned.take()) {
                    write(batch.lines(), batch.bytesDone());
                }
            }
        }
        withdrawUnstatedClaims();
        return end();
    }

    /** Restores what the run did before it was interrupted. */
    private void restoreProgress() {
        var after = 0;
        for (var page = batches(after); !page.isEmpty(); page = batches(after)) {
            for (var batch : page) {
                batch.claims().forEach(claim -> seen.add(claim.key(), claim.values(), claim.line()));
                add(batch.uncertainty());
                after = batch.lines().get(batch.lines().size() - 1).number();
            }
        }
    }

    private void add(LineRecords.Uncertainty uncertainty) {
        everythingUncertain |= uncertainty.everything();
        uncertainAgentIds.addAll(uncertainty.agentIds());
    }

    private List<LineRecords> batches(int after) {
        return run.linesDone() == 0 ? List.of() : queries.batches(run.id(), after, BATCH_PAGE_SIZE);
    }

    private void write(List<PlannedLine> planned, long bytes) {
        var reviewQueue = ReviewQueueWriter.of(run, planned);
        var done = linesDone + planned.size();
        var result = run.dryRun()
                ? preview(planned, done, bytes)
                : graph.write(transaction -> {
                    var recorded =
                            batchWriter.record(transaction, activity, planned).countingNew(added);
                    reviewQueue.write(transaction);
                    recordProgress(transaction, recorded, counts.plus(recorded.counts()), done, bytes);
                    return recorded;
                });
        added.addAll(result.added());
        counts = counts.plus(result.counts());
        linesDone = done;
        addSeen(result.records().claims());
        add(result.records().uncertainty());
        log.debug("Import {}: {} lines", run.id(), done);
        reportProgress(bytes);
        if (stopped.getAsBoolean()) {
            throw new ImportStoppedException();
        }
    }

    /** Previews a batch and records only the progress of the run. */
    private BatchWriter.BatchResult preview(List<PlannedLine> planned, long done, long bytes) {
        var result = graph.read(transaction ->
                batchWriter.preview(transaction, activity, planned).countingNew(added));
        graph.write(transaction -> {
            recordProgress(transaction, result, counts.plus(result.counts()), done, bytes);
            return null;
        });
        return result;
    }

    /** Notes the memberships of a batch; some can differ from the planned ones. */
    private void addSeen(List<LineRecords.ProcessedMembership> claims) {
        for (var claim : claims) {
            if (!run.dryRun()) {
                seen.add(claim.key(), claim.values(), claim.line());
            } else if (!seen.contains(claim.key())) {
                redirected.add(claim.key(), claim.values(), claim.line());
            }
        }
    }

    private void recordProgress(
            TransactionContext transaction, BatchWriter.BatchResult result, ImportCounts sum, long done, long bytes) {
        var progress = new HashMap<>(sum.properties());
        progress.put("linesDone", done);
        progress.put("bytesDone", bytes);
        RunWriter.progress(transaction, run.id(), worker, progress);
        RunWriter.batch(transaction, result.records().properties(run.id()), result.findings());
    }

    /**
     * Withdraws what earlier files of this source said and this one does not. A rejected line could say any of it, so
     * then everything is kept. A waiting line could mean any of its candidates, and a line with an unusable part may
     * say more about its member: what was said about those agents is kept.
     */
    private void withdrawUnstatedClaims() {
        var after = "";
        for (var page = queries.claims(run.sourceId(), after, CLAIM_PAGE_SIZE);
                !page.isEmpty();
                page = queries.claims(run.sourceId(), after, CLAIM_PAGE_SIZE)) {
            var unstated = page.stream()
                    .filter(claim -> !isStated(TextFingerprint.of(claim.membershipId())))
                    .toList();
            var toWithdraw = unstated.stream()
                    .filter(claim -> !everythingUncertain && !uncertainAgentIds.contains(claim.memberId()))
                    .map(RunQueries.ImportedClaim::id)
                    .toList();
            withdraw(toWithdraw, unstated.size() - toWithdraw.size());
            after = page.get(page.size() - 1).id();
        }
    }

    private boolean isStated(long membership) {
        return seen.contains(membership) || redirected.contains(membership);
    }

    private void withdraw(List<String> claimIds, int unconfirmed) {
        if (claimIds.isEmpty() && unconfirmed == 0) {
            return;
        }
        var sum = counts.plus(new ImportCounts(Map.of(), Map.of(), Map.of(), 0, claimIds.size(), unconfirmed));
        graph.write(transaction -> {
            if (!run.dryRun() && !claimIds.isEmpty()) {
                ledger.withdraw(transaction, activity, claimIds, WITHDRAWAL_REASON);
            }
            RunWriter.progress(transaction, run.id(), worker, sum.properties());
            return null;
        });
        counts = sum;
        reportProgress(run.bytesDone());
    }

    private ImportRun end() {
        run = graph.write(transaction -> {
            if (!run.dryRun()) {
                ReviewQueueWriter.endUnstated(transaction, run.sourceId(), run.id());
                task.completion().complete(transaction, activity, counts);
            }
            var ending = new HashMap<String, Object>();
            ending.put("bytesDone", task.file().size());
            return RunWriter.end(transaction, run.id(), worker, ImportState.DONE, ending)
                    .orElseThrow(() -> new RunWriter.RunTakenException(run.id()));
        });
        listener.onProgress(run);
        return run;
    }

    private void reportProgress(long bytes) {
        run = run.withProgress(linesDone, bytes, counts);
        listener.onProgress(run);
    }
}
