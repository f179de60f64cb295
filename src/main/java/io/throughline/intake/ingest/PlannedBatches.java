package io.throughline.intake.ingest;

import io.throughline.infra.cypher.RequestDeadline;
import io.throughline.intake.ingest.PlannedLine.ToRecord;
import io.throughline.intake.tabular.PublishedFile;
import io.throughline.intake.tabular.TableLine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a file, planned a batch at a time. While one batch is recorded the next is planned, unless recording adds
 * agents: whether a name means one of several places can rest on which of them is in the graph, and must not rest on how fast
 * it gets there. Of what is not recorded anyway, the next is always planned meanwhile.
 */
final class PlannedBatches implements AutoCloseable {

    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final PublishedFile file;
    private final Iterator<TableLine> lines;
    private final BatchPlanner planning;
    private final int size;
    private final boolean dryRun;
    private final ExecutorService ahead = Executors.newSingleThreadExecutor(work -> {
        var thread = new Thread(work, "import-planning");
        thread.setDaemon(true);
        return thread;
    });
    private @Nullable CompletableFuture<PlannedBatch> next;

    /**
     * Some lines, planned.
     *
     * @param bytesDone about how far in the file their end is
     */
    record PlannedBatch(List<PlannedLine> lines, long bytesDone) {

        private boolean addsAgents() {
            return lines.stream()
                    .flatMap(line -> line.memberships().stream())
                    .anyMatch(planned -> planned instanceof ToRecord record && record.addition() != null);
        }
    }

    /**
     * Batches of what is left of a file.
     *
     * @param lines the rest of the file; read by nobody else from now on
     * @param size lines of a batch
     * @param dryRun whether they are not recorded
     */
    PlannedBatches(PublishedFile file, Iterator<TableLine> lines, BatchPlanner planning, int size, boolean dryRun) {
        this.file = file;
        this.lines = lines;
        this.planning = planning;
        this.size = size;
        this.dryRun = dryRun;
    }

    /**
     * The next lines; none at the end. To be called when those before are recorded.
     *
     * @throws RuntimeException whatever reading or planning them failed with
     */
    PlannedBatch take() {
        var batch = next == null ? plan() : join(next);
        var isLast = batch.lines().isEmpty();
        next = isLast || !dryRun && batch.addsAgents() ? null : CompletableFuture.supplyAsync(this::plan, ahead);
        return batch;
    }

    private PlannedBatch plan() {
        var batch = new ArrayList<TableLine>(size);
        while (batch.size() < size && lines.hasNext()) {
            batch.add(lines.next());
        }
        var bytes = file.bytesRead();
        return new PlannedBatch(
                batch.isEmpty() ? List.of() : RequestDeadline.within(LONGEST, () -> planning.plan(batch)), bytes);
    }

    private static PlannedBatch join(CompletableFuture<PlannedBatch> planned) {
        try {
            return planned.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (e.getCause() instanceof Error cause) {
                throw cause;
            }
            throw e;
        }
    }

    /** Waits until nothing reads the file any more. */
    @Override
    public void close() {
        ahead.shutdown();
        if (next != null) {
            next.exceptionally(failure -> new PlannedBatch(List.of(), 0)).join();
        }
    }
}
