package io.throughline.cli;

import io.throughline.intake.ingest.ImportProgress;
import io.throughline.intake.ingest.ImportRun;
import java.time.Duration;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows how far an import is: a bar in a terminal, otherwise a line now and then. */
interface ProgressDisplay extends ImportProgress, AutoCloseable {

    @Override
    void close();

    static ProgressDisplay of(ImportRun run) {
        return TerminalCheck.isInteractive() && System.getenv("TERM") != null ? new BarDisplay(run) : new LineDisplay();
    }

    /** A bar with rate and remaining time. */
    final class BarDisplay implements ProgressDisplay {

        private static final int KILOBYTE = 1_000;

        private final ProgressBar bar;

        BarDisplay(ImportRun run) {
            bar = new ProgressBarBuilder()
                    .setTaskName(run.dryRun() ? "Reading" : "Importing")
                    .setInitialMax(run.size())
                    .setUnit(" kB", KILOBYTE)
                    .setStyle(ProgressBarStyle.ASCII)
                    .showSpeed()
                    .setUpdateIntervalMillis(200)
                    .build();
        }

        @Override
        public void onProgress(ImportRun run) {
            bar.stepTo(run.bytesDone());
            bar.setExtraMessage(" %,d lines".formatted(run.linesDone()));
        }

        @Override
        public void close() {
            bar.close();
        }
    }

    /** A line at most every ten seconds. */
    final class LineDisplay implements ProgressDisplay {

        private static final Duration INTERVAL = Duration.ofSeconds(10);

        private final long started = System.nanoTime();
        private long lastPrinted = started;
        private long firstBytes = -1;

        @Override
        public void onProgress(ImportRun run) {
            var now = System.nanoTime();
            firstBytes = firstBytes < 0 ? run.bytesDone() : firstBytes;
            if (now - lastPrinted < INTERVAL.toNanos() || run.bytesDone() == firstBytes) {
                return;
            }
            lastPrinted = now;
            var seconds = (now - started) / 1e9;
            System.err.println("%,d lines (%.0f %%), %,.0f lines per second, %,.0f s left"
                    .formatted(
                            run.linesDone(),
                            100.0 * run.bytesDone() / Math.max(1, run.size()),
                            run.linesDone() / seconds,
                            seconds / (run.bytesDone() - firstBytes) * (run.size() - run.bytesDone())));
        }

        @Override
        public void close() {
            // lines need no cleanup
        }
    }
}
