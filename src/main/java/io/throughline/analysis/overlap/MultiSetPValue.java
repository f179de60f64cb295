package io.throughline.analysis.overlap;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The probability that several random sets have at least as many members in common as observed: the exact test of Wang,
 * Zhao and Zhang (2015). The members of the first j sets are drawn once more for the next set, so their number is
 * hypergeometric given the previous number. All sums use logarithms.
 */
final class MultiSetPValue {

    /** About a second of work. */
    private static final double MAX_TERMS = 5e7;

    private MultiSetPValue() {}

    /**
     * Returns the natural logarithm of P(X &gt;= shared); 0 if certain.
     *
     * @param shared at most the size of the smallest set
     * @param sizes at least two, none larger than the universe
     * @param universe at least 1
     * @return null if there are too many terms to sum
     */
    static @Nullable Double logUpperTail(int shared, List<Integer> sizes, int universe) {
        if (shared == 0) {
            return 0.0;
        }
        var ascending = sizes.stream().sorted().toList();
        if (sizes.size() == 2) {
            return HypergeometricPValue.logUpperTail(shared, ascending.get(0), ascending.get(1), universe);
        }
        int most = ascending.get(0);
        var width = most - shared + 1.0;
        if (width * width / 2 * (sizes.size() - 1) > MAX_TERMS) {
            return null;
        }
        // the first set has a known number of members; numbers below the final one need not be followed
        var logs = new double[most + 1];
        Arrays.fill(logs, Double.NEGATIVE_INFINITY);
        logs[most] = 0;
        for (var size : ascending.subList(1, ascending.size())) {
            logs = addSet(logs, shared, size, universe);
        }
        return Math.min(0, logSum(logs, shared, most));
    }

    /** The distribution of the number of common members after one more set. */
    private static double[] addSet(double[] before, int shared, int size, int universe) {
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

    /** ln of n choose k, for k from 0 to {@code most}; minus infinity for k &gt; n. */
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
