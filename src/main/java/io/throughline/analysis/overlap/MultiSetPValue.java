package io.throughline.analysis.overlap;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How likely several sets drawn at random share as many members as they do, in all of them at once: the exact test of
 * Wang, Zhao and Zhang (2015). Who is in the first j sets is drawn once more for the next set, so that their number is
 * hypergeometric given the number before. All sums are of logarithms.
 */
final class MultiSetPValue {

    /** About a second of work. */
    private static final double MOST_TERMS = 5e7;

    private MultiSetPValue() {}

    /**
     * The natural logarithm of P(X &gt;= shared), 0 when it is certain.
     *
     * @param shared not more than the smallest of the sets
     * @param sizes at least two, none larger than the universe
     * @param universe at least 1
     * @return null when it would take too many terms
     */
    static @Nullable Double logUpperTail(int shared, List<Integer> sizes, int universe) {
        if (shared == 0) {
            return 0.0;
        }
        var rising = sizes.stream().sorted().toList();
        if (sizes.size() == 2) {
            return HypergeometricPValue.logUpperTail(shared, rising.get(0), rising.get(1), universe);
        }
        int most = rising.get(0);
        var wide = most - shared + 1.0;
        if (wide * wide / 2 * (sizes.size() - 1) > MOST_TERMS) {
            return null;
        }
        // of the first set alone it is certain how many it holds; fewer than are shared in the end need not be followed
        var logs = new double[most + 1];
        Arrays.fill(logs, Double.NEGATIVE_INFINITY);
        logs[most] = 0;
        for (var size : rising.subList(1, rising.size())) {
            logs = drawn(logs, shared, size, universe);
        }
        return Math.min(0, logSum(logs, shared, most));
    }

    /** From the number in the sets so far to the number that is in one more set. */
    private static double[] drawn(double[] before, int shared, int size, int universe) {
        var most = before.length - 1;
        var inside = logChoices(size, most);
        var outside = logChoices((long) universe - size, most);
        var all = logChoices(universe, most);
        var after = new double[most + 1];
        Arrays.fill(after, Double.NEGATIVE_INFINITY);
        var terms = new double[most + 1];
        for (var now = shared; now <= most; now++) {
            for (var then = now; then <= most; then++) {
                terms[then] = before[then] + inside[now] + outside[then - now] - all[then];
            }
            after[now] = logSum(terms, now, most);
        }
        return after;
    }

    /** ln of n choose k, for k from 0 to most; minus infinity where there is no way. */
    private static double[] logChoices(long n, int most) {
        var logs = new double[most + 1];
        for (var k = 1; k <= most; k++) {
            logs[k] = k > n ? Double.NEGATIVE_INFINITY : logs[k - 1] + Math.log((double) (n - k + 1) / k);
        }
        return logs;
    }

    private static double logSum(double[] logs, int from, int to) {
        var largest = Double.NEGATIVE_INFINITY;
        for (var i = from; i <= to; i++) {
            largest = Math.max(largest, logs[i]);
        }
        if (largest == Double.NEGATIVE_INFINITY) {
            return largest;
        }
        var sum = 0.0;
        for (var i = from; i <= to; i++) {
            sum += Math.exp(logs[i] - largest);
        }
        return largest + Math.log(sum);
    }
}
