package io.throughline.analysis.overlap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Percentage.withPercentage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/** Compares with R; {@code docs/statistics/overlap.R} computes the expected values. */
class HypergeometricPValueTests {

    @ParameterizedTest
    @CsvFileSource(files = "docs/statistics/overlap.csv", numLinesToSkip = 1)
    void computesTheSameProbabilityAsR(int shared, int a, int b, int universe, double logP, double expected) {
        assertThat(HypergeometricPValue.logUpperTail(shared, a, b, universe))
                .isCloseTo(logP, within(1e-11 * Math.max(1, -logP)));
        assertThat(OverlapPair.Chance.of(shared, a, b, universe).expected()).isCloseTo(expected, withPercentage(1e-10));
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 0, 1", "0, 0, 5, 10", "5, 5, 10, 10", "3, 5, 8, 10"})
    void isCertainWhenThereIsNoAlternative(int shared, int a, int b, int universe) {
        assertThat(HypergeometricPValue.logUpperTail(shared, a, b, universe)).isZero();
    }

    @Test
    void adjustsLikeR() throws IOException {
        var lines = Files.readAllLines(Path.of("docs/statistics/overlap.csv")).stream()
                .skip(1)
                .map(line -> line.split(","))
                .toList();
        var adjusted = BenjaminiHochberg.adjust(lines.stream()
                .map(line -> Math.exp(Double.parseDouble(line[4])))
                .toList());
        for (var place = 0; place < lines.size(); place++) {
            assertThat(adjusted.get(place)).isCloseTo(Double.parseDouble(lines.get(place)[6]), withPercentage(1e-8));
        }
    }

    @Test
    void leavesNoneOrASingleValueUnchanged() {
        assertThat(BenjaminiHochberg.adjust(List.of())).isEmpty();
        assertThat(BenjaminiHochberg.adjust(List.of(0.04))).containsExactly(0.04);
    }

    @Test
    void keepsTheLogarithmOfAProbabilityBelowTheSmallestDouble() {
        var chance = OverlapPair.Chance.of(90_000, 100_000, 120_000, 1_000_000);
        assertThat(Math.exp(chance.logPValue())).isZero();
        assertThat(chance.logPValue()).isBetween(-202_892.0, -202_891.0);
    }
}
