package io.throughline.analysis.overlap;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Corrects p-values for multiple testing: the step-up procedure of Benjamini and Hochberg (1995) for the false
 * discovery rate (R: {@code p.adjust(p, "BH")}).
 */
final class BenjaminiHochberg {

    private BenjaminiHochberg() {}

    /** Returns the adjusted values, 0 to 1, in the order given. */
    static List<Double> adjust(List<Double> p) {
        var count = p.size();
        var descending = IntStream.range(0, count)
                .boxed()
                .sorted(Comparator.<Integer, Double>comparing(p::get).reversed())
                .toList();
        var adjusted = new Double[count];
        var minimum = 1.0;
        for (var rank = 0; rank < count; rank++) {
            var index = descending.get(rank);
            minimum = Math.min(minimum, p.get(index) * count / (count - rank));
            adjusted[index] = minimum;
        }
        return List.of(adjusted);
    }
}
