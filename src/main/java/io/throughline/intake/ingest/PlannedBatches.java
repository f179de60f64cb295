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
 * Plans the lines of a file a batch at a time. While one batch is recorded the next is planned, unless recording adds
 * agents: which of several places a name means can depend on which of them are in the graph, and must not depend on how
 * fast they get there. In a dry run, which records nothing, the next batch is always planned meanwhile.
 */
final class PlannedBatches implements AutoCloseable {

    private static final Duration MAX_PLANNING_TIME = Duration.ofMinutes(10);

    private final PublishedFile file;
    private final Iterator<TableLine> lines;
    private final BatchPlanner planner;
    private final int size;
    private final boolean dryRun;
    private final ExecutorService executor = Executors.newSingleThreadExecutor(work -> {
        var thread = new Thread(work, "import-planning");
        thread.setDaemon(true);
        return thread;
    });
    private @Nullable CompletableFuture<PlannedBatch> next;

    /**
     * Some planned lines.
     *
     * @param bytesDone about how many bytes of the file end with them
     */
    record PlannedBatch(List<PlannedLine> lines, long bytesDone) {

        private boolean addsAgents() {
            return lines.stream()
                    .flatMap(line -> line.memberships().stream())
                    .anyMatch(planned -> planned instanceof ToRecord record && record.addition() != null);
        }
    }

    /**
     * Plans the rest of a file.
     *
     * @param lines the rest of the file; nothing else may read it from now on
     * @param size lines per batch
     * @param dryRun whether nothing is recorded
     */
    PlannedBatches(PublishedFile file, Iterator<TableLine> lines, BatchPlanner planner, int size, boolean dryRun) {
        this.file = file;
        this.lines = lines;
        this.planner = planner;
        this.size = size;
        this.dryRun = dryRun;
    }

    /**
     * Returns the next batch, which is empty at the end. Call it when the previous batch is recorded.
     *
     * @throws RuntimeException if reading or planning failed
     */
    PlannedBatch take() {
        var batch = next == null ? plan() : join(next);
        var isLast = batch.lines().isEmpty();
        next = isLast || !dryRun && batch.addsAgents() ? null : CompletableFuture.supplyAsync(this::plan, executor);
        return batch;
    }

    private PlannedBatch plan() {
        var batch = new ArrayList<TableLine>(size);
        while (batch.size() < size && lines.hasNext()) {
            batch.add(lines.next());
        }
        var bytes = file.bytesRead();
        return new PlannedBatch(
                batch.isEmpty() ? List.of() : RequestDeadline.within(MAX_PLANNING_TIME, () -> planner.plan(batch)),
                bytes);
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

    /** Waits until the file is no longer read. */
    @Override
    public void close() {
        executor.shutdown();
        if (next != null) {
            next.exceptionally(failure -> new PlannedBatch(List.of(), 0)).join();
        }
    }
}
