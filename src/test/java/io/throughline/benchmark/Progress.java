package io.throughline.benchmark;

import java.util.Locale;

/** Prints progress, rate and remaining time every few seconds. */
final class Progress {

    private static final long EVERY = 5_000_000_000L;

    private final String what;
    private final long all;
    private final long start = System.nanoTime();
    private long lastPrinted = start;
    private long done;

    Progress(String what, long all) {
        this.what = what;
        this.all = all;
    }

    void step() {
        done++;
        var now = System.nanoTime();
        if (now - lastPrinted > EVERY) {
            lastPrinted = now;
            var rate = done / ((now - start) / 1e9);
            print("%,d of %,d, %,.0f/s, %.0f s left".formatted(done, all, rate, (all - done) / rate));
        }
    }

    void end() {
        print("%,d in %.1f s".formatted(done, (System.nanoTime() - start) / 1e9));
    }

    private void print(String state) {
        System.out.println(String.format(Locale.ROOT, "  %-12s %s", what, state));
    }
}
