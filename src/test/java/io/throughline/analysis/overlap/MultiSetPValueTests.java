package io.throughline.analysis.overlap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Compares with an enumeration of all possible draws and with R ({@code docs/statistics/overlap-of-several.R}). */
class MultiSetPValueTests {

    @Test
    void equalsTheShareOfAllPossibleDraws() {
        for (var sizes : List.of(List.of(3, 4, 2), List.of(5, 5, 4), List.of(1, 6, 3), List.of(2, 3, 2, 4))) {
            var universe = 6;
            for (var shared = 0;
                    shared <= sizes.stream().mapToInt(size -> size).min().orElseThrow();
                    shared++) {
                assertThat(Math.exp(Objects.requireNonNull(MultiSetPValue.logUpperTail(shared, sizes, universe))))
                        .as("%d of %s", shared, sizes)
                        .isCloseTo(share(shared, sizes, universe), within(1e-12));
            }
        }
    }

    @ParameterizedTest
    @CsvFileSource(files = "docs/statistics/overlap-of-several.csv", numLinesToSkip = 1)
    void computesTheSameProbabilityAsR(int shared, int a, int b, int c, int d, int universe, double logP) {
        var sizes = d == 0 ? List.of(a, b, c) : List.of(a, b, c, d);
        assertThat(MultiSetPValue.logUpperTail(shared, sizes, universe))
                .isCloseTo(logP, within(1e-9 * Math.max(1, -logP)));
    }

    @Test
    void doesNotDependOnTheOrderOfTheSets() {
        assertThat(MultiSetPValue.logUpperTail(7, List.of(30, 10, 20), 100))
                .isCloseTo(MultiSetPValue.logUpperTail(7, List.of(10, 20, 30), 100), within(1e-12));
    }

    @Test
    void returnsNothingWhenThereAreTooManyTerms() {
        assertThat(MultiSetPValue.logUpperTail(1, List.of(100_000, 100_000, 100_000), 1_000_000))
                .isNull();
        assertThat(MultiSetPValue.logUpperTail(99_500, List.of(100_000, 100_000, 100_000), 1_000_000))
                .isNegative();
        assertThat(MultiSetPValue.logUpperTail(0, List.of(100_000, 100_000, 100_000), 1_000_000))
                .isZero();
    }

    /**
     * The share of all possible draws in which the sets have at least this many members in common; sets are bit masks.
     */
    private static double share(int shared, List<Integer> sizes, int universe) {
        var wanted = 0L;
        var all = 0L;
        List<Integer> shares = List.of((1 << universe) - 1);
        for (var size : sizes) {
            var next = new ArrayList<Integer>();
            for (var before : shares) {
                for (var set = 0; set < 1 << universe; set++) {
                    if (Integer.bitCount(set) == size) {
                        next.add(before & set);
                    }
                }
            }
            shares = next;
        }
        for (var each : shares) {
            all++;
            wanted += Integer.bitCount(each) >= shared ? 1 : 0;
        }
        return (double) wanted / all;
    }
}
