package io.throughline.analysis.overlap;

import org.apache.commons.statistics.distribution.HypergeometricDistribution;

/**
 * How likely two sets drawn at random share as many members as they do. Drawn at random from a universe of {@code n}, sets
 * of {@code a} and {@code b} members share a number X that is hypergeometric, and P(X &gt;= k) is the p of Fisher's exact
 * test, one-sided (R: {@code phyper(k - 1, a, n - a, b, lower.tail = FALSE)}). Its largest
 * term is kept as a logarithm: with large sets it becomes smaller than the smallest double.
 */
final class HypergeometricPValue {

    /** Terms that are this much smaller than the largest do not change a double any more. */
    private static final double NEGLIGIBLE = 1e-22;

    private HypergeometricPValue() {}

    /**
     * The natural logarithm of P(X &gt;= shared); 0 when it is certain.
     *
     * @param shared not more than the smaller of the sets, nor so few that the union would not fit in the universe
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
     * The logarithm of the terms from one on, upwards or downwards, away from the mode: each is made from the one before, and
     * smaller.
     */
    private static double logSum(HypergeometricDistribution distribution, int from, int step) {
        long universe = distribution.getPopulationSize();
        long a = distribution.getNumberOfSuccesses();
        long b = distribution.getSampleSize();
        var last = step > 0 ? distribution.getSupportUpperBound() : distribution.getSupportLowerBound();
        var sum = 1.0;
        var term = 1.0;
        for (long k = from; k != last && term > sum * NEGLIGIBLE; k += step) {
            // P(X = k + 1) / P(X = k), and the other way about
            var up = step > 0 ? k : k - 1;
            var ratio = (double) (a - up) * (b - up) / ((double) (up + 1) * (universe - a - b + up + 1));
            term *= step > 0 ? ratio : 1 / ratio;
            sum += term;
        }
        return distribution.logProbability(from) + Math.log(sum);
    }
}
