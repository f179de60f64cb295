package io.throughline.cli;

import io.throughline.intake.ingest.ImportProgress;
import io.throughline.intake.ingest.ImportRun;
import java.time.Duration;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** How far an import is: a bar on a terminal, a line now and then in a log. */
interface ProgressDisplay extends ImportProgress, AutoCloseable {

    @Override
    void close();

    static ProgressDisplay of(ImportRun begun) {
        return TerminalCheck.isInteractive() && System.getenv("TERM") != null ? new Bar(begun) : new Lines();
    }

    /** With rate and remaining time. */
    final class Bar implements ProgressDisplay {

        private static final int KILOBYTE = 1_000;

        private final ProgressBar bar;

        Bar(ImportRun begun) {
            bar = new ProgressBarBuilder()
                    .setTaskName(begun.dryRun() ? "Reading" : "Importing")
                    .setInitialMax(begun.size())
                    .setUnit(" kB", KILOBYTE)
                    .setStyle(ProgressBarStyle.ASCII)
                    .showSpeed()
                    .setUpdateIntervalMillis(200)
                    .build();
        }

        @Override
        public void at(ImportRun run) {
            bar.stepTo(run.bytesDone());
            bar.setExtraMessage(" %,d lines".formatted(run.linesDone()));
        }

        @Override
        public void close() {
            bar.close();
        }
    }

    /** At most one in ten seconds. */
    final class Lines implements ProgressDisplay {

        private static final Duration PAUSE = Duration.ofSeconds(10);

        private final long begun = System.nanoTime();
        private long told = begun;
        private long first = -1;

        @Override
        public void at(ImportRun run) {
            var now = System.nanoTime();
            first = first < 0 ? run.bytesDone() : first;
            if (now - told < PAUSE.toNanos() || run.bytesDone() == first) {
                return;
            }
            told = now;
            var seconds = (now - begun) / 1e9;
            System.err.println("%,d lines, %.0f %%, %,.0f lines a second, %,.0f s to go"
                    .formatted(
                            run.linesDone(),
                            100.0 * run.bytesDone() / Math.max(1, run.size()),
                            run.linesDone() / seconds,
                            seconds / (run.bytesDone() - first) * (run.size() - run.bytesDone())));
        }

        @Override
        public void close() {
            // nothing is drawn
        }
    }
}
