package io.throughline.benchmark;

import java.util.Locale;

/** Says every few seconds how far something is, how fast it goes and how long it will take. */
final class Progress {

    private static final long EVERY = 5_000_000_000L;

    private final String what;
    private final long all;
    private final long begun = System.nanoTime();
    private long told = begun;
    private long done;

    Progress(String what, long all) {
        this.what = what;
        this.all = all;
    }

    void step() {
        done++;
        var now = System.nanoTime();
        if (now - told > EVERY) {
            told = now;
            var rate = done / ((now - begun) / 1e9);
            say("%,d of %,d, %,.0f a second, %.0f s left".formatted(done, all, rate, (all - done) / rate));
        }
    }

    void end() {
        say("%,d in %.1f s".formatted(done, (System.nanoTime() - begun) / 1e9));
    }

    private void say(String state) {
        System.out.println(String.format(Locale.ROOT, "  %-12s %s", what, state));
    }
}
