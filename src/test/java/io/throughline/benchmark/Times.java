package io.throughline.benchmark;

import java.util.Arrays;

/** Collects the durations of repeated calls, in nanoseconds. Not thread-safe. */
final class Times {

    private long[] taken = new long[1024];
    private int count;

    void add(long nanoseconds) {
        if (count == taken.length) {
            taken = Arrays.copyOf(taken, count * 2);
        }
        taken[count++] = nanoseconds;
    }

    void addAll(Times others) {
        for (var i = 0; i < others.count; i++) {
            add(others.taken[i]);
        }
    }

    int count() {
        return count;
    }

    /** Returns a percentile, in milliseconds. */
    double percentile(double percent) {
        var sorted = Arrays.copyOf(taken, count);
        Arrays.sort(sorted);
        return count == 0 ? Double.NaN : sorted[(int) Math.min(count - 1, count * percent / 100)] / 1e6;
    }
}
