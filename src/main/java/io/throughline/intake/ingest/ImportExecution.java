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
 * One import at work: reads the file from where the run stands, a batch of lines at a time, and records each batch together
 * with how far it has come. So a batch is in the graph or it is not, and whoever goes on knows which. A dry run reads what
 * recording would come to in place of recording it.
 */
final class ImportExecution {

    private static final Logger log = LoggerFactory.getLogger(ImportExecution.class);
    private static final int CLAIMS_A_TIME = 2_000;
    private static final int BATCHES_A_TIME = 20;
    private static final String NOT_STATED = "no longer in the list";

    private final GraphWriter graph;
    private final Ledger ledger;
    private final RunQueries reads;
    private final int batchSize;
    private final String worker;
    private final Subject subject;
    private final SeenMemberships before;
    private final ImportProgress listener;
    private final BooleanSupplier stopped;
    private final LedgerActivity activity;
    private final BatchWriter batches;

    /** Agents that were to be added, so that each is counted once. */
    private final Set<String> added = new HashSet<>();

    /** Agents of whom a line may say more than was made out: what the list said of them before is not taken back. */
    private final Set<String> unsureOf = new HashSet<>();

    /**
     * Memberships that a dry run came upon in place of those that were planned. Later lines may be planned by then and must
     * not depend on whether they are.
     */
    private final SeenMemberships elsewhere = new SeenMemberships();

    private boolean unsureOfAll;

    private ImportRun run;
    private ImportCounts counts;
    private long lines;

    ImportExecution(
            GraphWriter graph,
            Ledger ledger,
            RunQueries reads,
            int batchSize,
            String worker,
            Subject subject,
            ImportRun run,
            SeenMemberships before,
            ImportProgress listener,
            BooleanSupplier stopped) {
        this.stopped = stopped;
        this.graph = graph;
        this.ledger = ledger;
        this.reads = reads;
        this.batchSize = batchSize;
        this.worker = worker;
        this.subject = subject;
        this.run = run;
        this.before = before;
        this.listener = listener;
        this.activity = new LedgerActivity(run.id(), LedgerActivity.Kind.IMPORT, run.person());
        this.batches = new BatchWriter(ledger);
        this.counts = run.counts();
        this.lines = run.linesDone();
    }

    /** It was told to stop. */
    static final class ImportStoppedException extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    /**
     * What is imported.
     *
     * @param preparation what has to be in the graph before any line: the source, organizations
     */
    record Subject(
            PublishedFile file, BatchPlanner planning, BiConsumer<TransactionContext, LedgerActivity> preparation) {}

    /**
     * Reads the file to its end.
     *
     * @return the run, DONE
     * @throws RunWriter.RunTaken if the run was cancelled, or another goes on with it
     */
    ImportRun run() {
        remember();
        if (!run.dryRun()) {
            graph.write(transaction -> {
                subject.preparation().accept(transaction, activity);
                return null;
            });
        }
        try (var all = subject.file().lines()) {
            var iterator = all.iterator();
            for (var skipped = 0L; skipped < lines && iterator.hasNext(); skipped++) {
                iterator.next();
            }
            try (var planned =
                    new PlannedBatches(subject.file(), iterator, subject.planning(), batchSize, run.dryRun())) {
                for (var batch = planned.take(); !batch.lines().isEmpty(); batch = planned.take()) {
                    write(batch.lines(), batch.bytesDone());
                }
            }
        }
        withdrawWhatIsNotStated();
        return end();
    }

    /** What the run did before it was broken off. */
    private void remember() {
        var after = 0;
        for (var some = batches(after); !some.isEmpty(); some = batches(after)) {
            for (var batch : some) {
                batch.claims().forEach(claim -> before.add(claim.key(), claim.mark(), claim.line()));
                add(batch.unsure());
                after = batch.lines().get(batch.lines().size() - 1).number();
            }
        }
    }

    private void add(LineRecords.Unsure unsure) {
        unsureOfAll |= unsure.anything();
        unsureOf.addAll(unsure.agentIds());
    }

    private List<LineRecords> batches(int after) {
        return run.linesDone() == 0 ? List.of() : reads.batches(run.id(), after, BATCHES_A_TIME);
    }

    private void write(List<PlannedLine> planned, long bytes) {
        var reviews = ReviewQueueWriter.of(run, planned);
        var done = lines + planned.size();
        var written = run.dryRun()
                ? foresee(planned, done, bytes)
                : graph.write(transaction -> {
                    var outcome = batches.record(transaction, activity, planned).counting(added);
                    reviews.write(transaction);
                    note(transaction, outcome, counts.plus(outcome.counts()), done, bytes);
                    return outcome;
                });
        added.addAll(written.added());
        counts = counts.plus(written.counts());
        lines = done;
        remember(written.records().claims());
        add(written.records().unsure());
        log.debug("Import {}: {} lines", run.id(), done);
        tell(bytes);
        if (stopped.getAsBoolean()) {
            throw new ImportStoppedException();
        }
    }

    /** What recording would come to. */
    private BatchWriter.Written foresee(List<PlannedLine> planned, long done, long bytes) {
        var outcome = graph.read(
                transaction -> batches.foresee(transaction, activity, planned).counting(added));
        graph.write(transaction -> {
            note(transaction, outcome, counts.plus(outcome.counts()), done, bytes);
            return null;
        });
        return outcome;
    }

    /** Some of the claims can be on other memberships than was planned. */
    private void remember(List<LineRecords.Recording> claims) {
        for (var claim : claims) {
            if (!run.dryRun()) {
                before.add(claim.key(), claim.mark(), claim.line());
            } else if (!before.has(claim.key())) {
                elsewhere.add(claim.key(), claim.mark(), claim.line());
            }
        }
    }

    private void note(
            TransactionContext transaction, BatchWriter.Written written, ImportCounts sum, long done, long bytes) {
        var progress = new HashMap<>(sum.properties());
        progress.put("linesDone", done);
        progress.put("bytesDone", bytes);
        RunWriter.progress(transaction, run.id(), worker, progress);
        RunWriter.batch(transaction, written.records().properties(run.id()), written.findings());
    }

    /**
     * Withdraws what earlier files of this source said and this one does not. A line that was rejected could say any of it,
     * so then all of it stays. A line that waits could mean any of its candidates, and one with a part that cannot be used
     * may say more of its member: what was said of those stays.
     */
    private void withdrawWhatIsNotStated() {
        var after = "";
        for (var some = reads.claims(run.sourceId(), after, CLAIMS_A_TIME);
                !some.isEmpty();
                some = reads.claims(run.sourceId(), after, CLAIMS_A_TIME)) {
            var notStated = some.stream()
                    .filter(claim -> !isStated(TextFingerprint.of(claim.membershipId())))
                    .toList();
            var toWithdraw = notStated.stream()
                    .filter(claim -> !unsureOfAll && !unsureOf.contains(claim.memberId()))
                    .map(RunQueries.ImportedClaim::id)
                    .toList();
            withdraw(toWithdraw, notStated.size() - toWithdraw.size());
            after = some.get(some.size() - 1).id();
        }
    }

    private boolean isStated(long membership) {
        return before.has(membership) || elsewhere.has(membership);
    }

    private void withdraw(List<String> claimIds, int unconfirmed) {
        if (claimIds.isEmpty() && unconfirmed == 0) {
            return;
        }
        var sum = counts.plus(new ImportCounts(Map.of(), Map.of(), 0, claimIds.size(), unconfirmed));
        graph.write(transaction -> {
            if (!run.dryRun() && !claimIds.isEmpty()) {
                ledger.withdraw(transaction, activity, claimIds, NOT_STATED);
            }
            RunWriter.progress(transaction, run.id(), worker, sum.properties());
            return null;
        });
        counts = sum;
        tell(run.bytesDone());
    }

    private ImportRun end() {
        run = graph.write(transaction -> {
            if (!run.dryRun()) {
                ReviewQueueWriter.endFormer(transaction, run.sourceId(), run.id());
            }
            var ending = new HashMap<String, Object>();
            ending.put("bytesDone", subject.file().size());
            return RunWriter.end(transaction, run.id(), worker, ImportState.DONE, ending)
                    .orElseThrow(() -> new RunWriter.RunTakenException(run.id()));
        });
        listener.at(run);
        return run;
    }

    private void tell(long bytes) {
        run = run.at(lines, bytes, counts);
        listener.at(run);
    }
}
