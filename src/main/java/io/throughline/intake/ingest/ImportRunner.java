package io.throughline.intake.ingest;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
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
 * Runs imports of a server beside its requests, a few at once. When the server is told to stop they end behind the batch
 * they are at, and the next start goes on with them. What was broken off otherwise is gone on with when it has been quiet for
 * long enough.
 */
@Component
@ConditionalOnWebApplication
class ImportRunner implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ImportRunner.class);
    private static final int MOST = 4;
    private static final int SECONDS_TO_STOP = 20;

    private final ImportStarter imports;
    private final ImportUndo undoing;
    private final RunQueries reads;
    private final UploadStore uploads;
    private final InterruptedRuns interruptions;
    private final Duration pause;
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> new Thread(work, "import"));
    private final ScheduledExecutorService watch =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "import-watch"));
    private final Semaphore room = new Semaphore(MOST);
    private final Set<ImportJob> jobs = ConcurrentHashMap.newKeySet();
    private final Set<String> atWork = ConcurrentHashMap.newKeySet();

    private volatile boolean running;

    ImportRunner(
            ImportStarter imports,
            ImportUndo undoing,
            RunQueries reads,
            UploadStore uploads,
            InterruptedRuns interruptions,
            ImportSettings settings) {
        this.imports = imports;
        this.undoing = undoing;
        this.reads = reads;
        this.uploads = uploads;
        this.interruptions = interruptions;
        this.pause = settings.patience().dividedBy(4);
    }

    /**
     * Begins an import and lets it go on by itself.
     *
     * @throws ImportRejectedException if it cannot begin, or as many run as may
     */
    ImportRun start(Supplier<ImportJob> begin) {
        takeRoom();
        try {
            var job = begin.get();
            jobs.add(job);
            atWork.add(job.begun().id());
            threads.execute(() -> {
                try {
                    job.run(run -> {});
                } catch (RuntimeException e) {
                    log.error("Import {} was broken off", job.begun().id(), e);
                } finally {
                    jobs.remove(job);
                    atWork.remove(job.begun().id());
                    room.release();
                }
            });
            return job.begun();
        } catch (RuntimeException e) {
            room.release();
            throw e;
        }
    }

    /**
     * Begins to undo an import and lets that go on by itself.
     *
     * @throws ImportRejectedException if it cannot be undone, or as many run as may
     */
    ImportRun undo(String runId, String person) {
        takeRoom();
        try {
            var begun = undoing.begin(runId, person);
            atWork.add(runId);
            threads.execute(() -> {
                try {
                    undoing.finish(begun, changed -> {});
                } catch (RuntimeException e) {
                    log.error("Undoing {} was broken off", runId, e);
                } finally {
                    atWork.remove(runId);
                    room.release();
                }
            });
            return reads.run(runId).orElse(begun.run());
        } catch (RuntimeException e) {
            room.release();
            throw e;
        }
    }

    private void takeRoom() {
        if (!room.tryAcquire()) {
            throw new ImportRejectedException(
                    "TOO_MANY_IMPORTS",
                    "%d imports run, which is as many as may: wait until one is done".formatted(MOST));
        }
    }

    @EventListener(ApplicationReadyEvent.class)
    void ready() {
        goOn(reads.interrupted());
        var unused =
                watch.scheduleWithFixedDelay(this::look, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** To be called now and then. */
    void look() {
        try {
            goOn(interruptions.since(atWork).stream()
                    .filter(run -> !run.dryRun())
                    .toList());
        } catch (RuntimeException e) {
            log.debug("Not looked for imports that were broken off, as the database does not answer", e);
        }
    }

    /** Goes on with what was broken off, if its file is still here; says what to do about the rest. */
    private void goOn(List<ImportRun> interrupted) {
        for (var run : interrupted) {
            try {
                var file = uploads.find(run.sha256());
                if (run.undoId() != null) {
                    undo(run.id(), run.person());
                } else if (file.isPresent()) {
                    start(() -> imports.resume(run.id(), file.get()));
                } else {
                    log.warn(
                            "Import {} of {} is interrupted after {} lines: go on with it by \"import --resume {} {}\", or take it"
                                    + " back by \"undo {}\"",
                            run.id(),
                            run.fileName(),
                            run.linesDone(),
                            run.id(),
                            run.fileName(),
                            run.id());
                }
            } catch (ImportRejectedException e) {
                log.warn("Import {} of {} is not gone on with: {}", run.id(), run.fileName(), e.getMessage());
            }
        }
    }

    /** The uploaded file of this id. */
    Optional<java.nio.file.Path> upload(String id) {
        return uploads.find(id);
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        jobs.forEach(ImportJob::stop);
        watch.shutdownNow();
        threads.shutdown();
        try {
            if (!threads.awaitTermination(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
                log.warn("An import did not end in time; the next start goes on with it");
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
