package io.throughline.overlap;

import org.apache.commons.statistics.distribution.HypergeometricDistribution;

/**
 * How likely two sets drawn at random share as many members as they do. Drawn at random from a universe of {@code n}, sets
 * of {@code a} and {@code b} members share a number X that is hypergeometric, and P(X &gt;= k) is the p of Fisher's exact
 * test, one-sided (R: {@code phyper(k - 1, a, n - a, b, lower.tail = FALSE)}). It is summed as logarithms: with large sets
 * it becomes smaller than the smallest double.
 */
final class Hypergeometric {

    /** Terms that are this much smaller than the largest, as a logarithm, do not change a double any more. */
    private static final double NEGLIGIBLE = -50;

    private Hypergeometric() {}

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
        var largest = Double.NEGATIVE_INFINITY;
        var sum = 0.0;
        for (var k = shared; k <= distribution.getSupportUpperBound(); k++) {
            var term = distribution.logProbability(k);
            if (term > largest) {
                sum = sum * Math.exp(largest - term) + 1;
                largest = term;
            } else if (term - largest < NEGLIGIBLE) {
                break; // behind the mode each term is smaller than the one before
            } else {
                sum += Math.exp(term - largest);
            }
        }
        return Math.min(0, largest + Math.log(sum));
    }
}
