package io.throughline.intake.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Timer;
import java.util.TimerTask;
import org.jspecify.annotations.Nullable;

/** Closes a stream that delivers nothing for too long, or takes too long in all, so that a read from it ends. */
final class TransferGuard implements AutoCloseable {

    /** Which limit was exceeded. */
    enum Limit {
        STALL,
        TIME
    }

    private final Timer timer = new Timer("download-guard", true);
    private final InputStream stream;
    private final DownloadSettings settings;
    private final long started;

    private volatile long lastBytes = System.nanoTime();
    private volatile @Nullable Limit exceeded;

    /** @param started when the download began, by {@link System#nanoTime} */
    TransferGuard(InputStream stream, DownloadSettings settings, long started) {
        this.stream = stream;
        this.settings = settings;
        this.started = started;
        var interval = Math.max(
                1, Math.min(settings.stall().toMillis(), settings.time().toMillis()) / 4);
        timer.schedule(
                new TimerTask() {
                    @Override
                    public void run() {
                        check();
                    }
                },
                interval,
                interval);
    }

    void bytesArrived() {
        lastBytes = System.nanoTime();
    }

    /** The limit that was exceeded; null if none was. */
    @Nullable Limit exceeded() {
        return exceeded;
    }

    private void check() {
        var now = System.nanoTime();
        if (isOver(now - started, settings.time())) {
            stop(Limit.TIME);
        } else if (isOver(now - lastBytes, settings.stall())) {
            stop(Limit.STALL);
        }
    }

    private static boolean isOver(long nanos, Duration limit) {
        return nanos > limit.toNanos();
    }

    private void stop(Limit limit) {
        exceeded = limit;
        try {
            stream.close();
        } catch (IOException e) {
            // it was closed already, which is all that is needed
        }
    }

    @Override
    public void close() {
        timer.cancel();
    }
}
