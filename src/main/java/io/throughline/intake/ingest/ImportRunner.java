package io.throughline.intake.ingest;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Runs the imports of a server in the background, a few at once. When the server stops they end after their current
 * batch, and the next start resumes them. Imports interrupted in another way are resumed once they have made no
 * progress for long enough.
 */
@Component
@ConditionalOnWebApplication
class ImportRunner implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ImportRunner.class);
    private static final int MAX_RUNNING = 4;
    private static final int SECONDS_TO_STOP = 20;

    private final ImportStarter imports;
    private final ImportUndo importUndo;
    private final RunQueries queries;
    private final UploadStore uploads;
    private final InterruptedRuns interruptedRuns;
    private final Duration checkInterval;
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> new Thread(work, "import"));
    private final ScheduledExecutorService watch =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "import-watch"));
    private final Semaphore slots = new Semaphore(MAX_RUNNING);
    private final Set<ImportJob> jobs = ConcurrentHashMap.newKeySet();
    private final Set<String> activeRunIds = ConcurrentHashMap.newKeySet();

    private volatile boolean running;

    ImportRunner(
            ImportStarter imports,
            ImportUndo importUndo,
            RunQueries queries,
            UploadStore uploads,
            InterruptedRuns interruptedRuns,
            ImportSettings settings) {
        this.imports = imports;
        this.importUndo = importUndo;
        this.queries = queries;
        this.uploads = uploads;
        this.interruptedRuns = interruptedRuns;
        this.checkInterval = settings.patience().dividedBy(4);
    }

    /**
     * Begins an import and runs it in the background.
     *
     * @throws ImportRejectedException if it cannot begin, or if too many imports are running
     */
    ImportRun start(Supplier<ImportJob> begin) {
        acquireSlot();
        try {
            var job = begin.get();
            jobs.add(job);
            activeRunIds.add(job.initialRun().id());
            threads.execute(() -> {
                try {
                    job.run(run -> {});
                } catch (RuntimeException e) {
                    log.error("Import {} was interrupted", job.initialRun().id(), e);
                } finally {
                    jobs.remove(job);
                    activeRunIds.remove(job.initialRun().id());
                    slots.release();
                }
            });
            return job.initialRun();
        } catch (RuntimeException e) {
            slots.release();
            throw e;
        }
    }

    /**
     * Begins to undo an import and continues in the background.
     *
     * @throws ImportRejectedException if it cannot be undone, or if too many imports are running
     */
    ImportRun undo(String runId, String person) {
        acquireSlot();
        try {
            var started = importUndo.begin(runId, person);
            activeRunIds.add(runId);
            threads.execute(() -> {
                try {
                    importUndo.finish(started, changed -> {});
                } catch (RuntimeException e) {
                    log.error("The undo of import {} was interrupted", runId, e);
                } finally {
                    activeRunIds.remove(runId);
                    slots.release();
                }
            });
            return queries.run(runId).orElse(started.run());
        } catch (RuntimeException e) {
            slots.release();
            throw e;
        }
    }

    private void acquireSlot() {
        if (!slots.tryAcquire()) {
            throw new ImportRejectedException(
                    "TOO_MANY_IMPORTS",
                    "too many imports are running (limit %d): wait until one has ended".formatted(MAX_RUNNING));
        }
    }

    @EventListener(ApplicationReadyEvent.class)
    void ready() {
        resumeAll(queries.interrupted());
        var unused = watch.scheduleWithFixedDelay(
                this::resumeInterrupted, checkInterval.toMillis(), checkInterval.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Resumes imports interrupted since the last check; called at intervals. */
    void resumeInterrupted() {
        try {
            resumeAll(interruptedRuns.markQuiet(activeRunIds).stream()
                    .filter(run -> !run.dryRun())
                    .toList());
        } catch (RuntimeException e) {
            log.debug("Could not check for interrupted imports: the database does not respond", e);
        }
    }

    /** Resumes interrupted imports whose files are still here; logs what to do about the others. */
    private void resumeAll(List<ImportRun> interrupted) {
        for (var run : interrupted) {
            try {
                var file = uploads.find(run.sha256());
                if (run.undoId() != null) {
                    undo(run.id(), run.person());
                } else if (file.isPresent()) {
                    start(() -> imports.resume(run.id(), file.get()));
                } else {
                    log.warn(
                            "Import {} of {} was interrupted after {} lines: resume it with \"import --resume {} {}\" or take it"
                                    + " back with \"undo {}\"",
                            run.id(),
                            run.fileName(),
                            run.linesDone(),
                            run.id(),
                            run.fileName(),
                            run.id());
                }
            } catch (ImportRejectedException e) {
                log.warn("Import {} of {} cannot be resumed: {}", run.id(), run.fileName(), e.getMessage());
            }
        }
    }

    /**
     * The uploaded file with this id.
     *
     * @throws ImportRejectedException if it was never uploaded or has been deleted
     */
    Path upload(String id) {
        return uploads.required(id);
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        jobs.forEach(ImportJob::stop);
        // without interrupts, which would close the files of an embedded database
        watch.shutdown();
        threads.shutdown();
        try {
            if (!threads.awaitTermination(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
                log.warn("An import did not end in time; the next start resumes it");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
