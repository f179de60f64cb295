package io.throughline.analysis.overlap;

import org.apache.commons.statistics.distribution.HypergeometricDistribution;

/**
 * The probability that two random sets share at least as many members as observed. Random sets of {@code a} and {@code
 * b} members from a universe of {@code n} share X members; X is hypergeometric, and P(X &gt;= k) is the one-sided
 * p-value of Fisher's exact test (R: {@code phyper(k - 1, a, n - a, b, lower.tail = FALSE)}). The largest term is kept
 * as a logarithm because for large sets it underflows a double.
 */
final class HypergeometricPValue {

    /** Terms smaller than the sum by this factor no longer change a double. */
    private static final double NEGLIGIBLE = 1e-22;

    private HypergeometricPValue() {}

    /**
     * Returns the natural logarithm of P(X &gt;= shared); 0 if certain.
     *
     * @param shared at most the size of the smaller set, and enough for the union to fit into the universe
     * @param universe at least 1
     */
    static double logUpperTail(int shared, int a, int b, int universe) {
        var distribution = HypergeometricDistribution.of(universe, a, b);
        if (shared <= distribution.getSupportLowerBound()) {
            return 0;
        }
        var mode = (long) ((a + 1.0) * (b + 1.0) / (universe + 2.0));
        return shared > mode
                ? logSum(distribution, shared, 1)
                : Math.log1p(-Math.exp(logSum(distribution, shared - 1, -1)));
    }

    /**
     * The logarithm of the sum of the terms from {@code from}, up or down, away from the mode. Each term is computed
     * from the previous one and is smaller.
     */
    private static double logSum(HypergeometricDistribution distribution, int from, int step) {
        long universe = distribution.getPopulationSize();
        long a = distribution.getNumberOfSuccesses();
        long b = distribution.getSampleSize();
        var last = step > 0 ? distribution.getSupportUpperBound() : distribution.getSupportLowerBound();
        var sum = 1.0;
        var term = 1.0;
        for (long k = from; k != last && term > sum * NEGLIGIBLE; k += step) {
            // P(X = k + 1) / P(X = k), or its inverse when going down
            var up = step > 0 ? k : k - 1;
            var ratio = (double) (a - up) * (b - up) / ((double) (up + 1) * (universe - a - b + up + 1));
            term *= step > 0 ? ratio : 1 / ratio;
            sum += term;
        }
        return distribution.logProbability(from) + Math.log(sum);
    }
}
