package io.throughline.cli;

import io.throughline.intake.ingest.ImportJob;
import io.throughline.intake.ingest.ImportRun;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Lets Ctrl-C end an import behind the batch it is at, and says then, as the last line of all, how to go on with it. */
final class InterruptHandler implements AutoCloseable {

    private static final int SECONDS_TO_STOP = 30;

    private final CountDownLatch ended = new CountDownLatch(1);
    private final ImportJob job;
    private final Thread hook = new Thread(this::stop);

    private InterruptHandler(ImportJob job) {
        this.job = job;
    }

    static InterruptHandler stops(ImportJob job) {
        var handler = new InterruptHandler(job);
        Runtime.getRuntime().addShutdownHook(handler.hook);
        return handler;
    }

    private void stop() {
        job.stop();
        try {
            var inTime = ended.await(SECONDS_TO_STOP, TimeUnit.SECONDS);
            System.err.println(lastWords(job.latest(), inTime));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * How to go on.
     *
     * @param run how it is
     * @param inTime whether all that there was to say about it is said
     */
    static String lastWords(ImportRun run, boolean inTime) {
        if (run.dryRun()) {
            return "Stopped; nothing is recorded.";
        }
        return "Stopped%s. %s; \"undo %s\" takes it back."
                .formatted(
                        inTime ? "" : " without waiting any longer",
                        switch (run.state()) {
                            case RUNNING, INTERRUPTED, CANCELLED -> "The same command goes on with it";
                            case DONE -> "The import is done";
                            case FAILED, UNDOING, UNDONE -> "The import is not gone on with";
                        },
                        run.id());
    }

    /** All that there was to say about the import is said. */
    @Override
    public void close() {
        ended.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException alreadyStopping) {
            // it runs, and knows that the import has ended
        }
    }
}
