package io.throughline.cli;

import io.throughline.intake.catalog.DownloadProgress;
import java.time.Duration;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows how far a download is: a bar in a terminal, otherwise a line now and then. */
interface DownloadDisplay extends DownloadProgress, AutoCloseable {

    @Override
    void close();

    static DownloadDisplay create() {
        return TerminalCheck.isInteractive() && System.getenv("TERM") != null ? new DownloadBar() : new DownloadLines();
    }

    /** A bar with rate and remaining time. */
    final class DownloadBar implements DownloadDisplay {

        private static final int KILOBYTE = 1_000;

        private final ProgressBar bar = new ProgressBarBuilder()
                .setTaskName("Downloading")
                .setInitialMax(-1)
                .setUnit(" kB", KILOBYTE)
                .setStyle(ProgressBarStyle.ASCII)
                .showSpeed()
                .setUpdateIntervalMillis(200)
                .build();

        @Override
        public void onProgress(long bytes, long total) {
            bar.maxHint(total);
            bar.stepTo(bytes);
        }

        @Override
        public void close() {
            bar.close();
        }
    }

    /** A line at most every ten seconds. */
    final class DownloadLines implements DownloadDisplay {

        private static final Duration INTERVAL = Duration.ofSeconds(10);

        private long lastPrinted = System.nanoTime();

        @Override
        public void onProgress(long bytes, long total) {
            var now = System.nanoTime();
            if (now - lastPrinted < INTERVAL.toNanos()) {
                return;
            }
            lastPrinted = now;
            System.err.println(
                    total < 0
                            ? "%,d bytes".formatted(bytes)
                            : "%,d bytes of %,d (%.0f %%)".formatted(bytes, total, 100.0 * bytes / total));
        }

        @Override
        public void close() {
            // lines need no cleanup
        }
    }
}
