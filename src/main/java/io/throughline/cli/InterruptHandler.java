package io.throughline.cli;

import io.throughline.intake.ingest.ImportJob;
import io.throughline.intake.ingest.ImportRun;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** On Ctrl-C, lets an import finish its current batch and then prints, as the last line, how to resume it. */
final class InterruptHandler implements AutoCloseable {

    private static final int SECONDS_TO_STOP = 30;

    private final CountDownLatch ended = new CountDownLatch(1);
    private final ImportJob job;
    private final Thread hook = new Thread(this::stop);

    private InterruptHandler(ImportJob job) {
        this.job = job;
    }

    static InterruptHandler install(ImportJob job) {
        var handler = new InterruptHandler(job);
        Runtime.getRuntime().addShutdownHook(handler.hook);
        return handler;
    }

    private void stop() {
        job.stop();
        try {
            var inTime = ended.await(SECONDS_TO_STOP, TimeUnit.SECONDS);
            System.err.println(message(job.latestRun(), inTime));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * What to do next.
     *
     * @param run the run as it is now
     * @param inTime whether the import ended and its report was printed within the time to wait
     */
    static String message(ImportRun run, boolean inTime) {
        if (run.dryRun()) {
            return "Stopped. Nothing was recorded.";
        }
        return "Stopped%s. %s. To take the import back, run \"undo %s\"."
                .formatted(
                        inTime ? "" : " before the current batch was finished",
                        switch (run.state()) {
                            case RUNNING, INTERRUPTED, CANCELLED -> "Run the same command again to resume";
                            case DONE -> "The import is complete";
                            case FAILED, UNDOING, UNDONE -> "The import cannot be resumed";
                        },
                        run.id());
    }

    /** Called once the import has ended and its report is printed. */
    @Override
    public void close() {
        ended.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException alreadyStopping) {
            // the hook is running and has seen that the import ended
        }
    }
}
