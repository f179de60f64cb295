package io.throughline.analysis.overlap;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Corrects p-values for having asked several questions at once: the false discovery rate of Benjamini and Hochberg (1995),
 * step-up (R: {@code p.adjust(p, "BH")}).
 */
final class BenjaminiHochberg {

    private BenjaminiHochberg() {}

    /** The adjusted values, 0 to 1, in the order of the given ones. */
    static List<Double> adjust(List<Double> p) {
        var count = p.size();
        var falling = IntStream.range(0, count)
                .boxed()
                .sorted(Comparator.<Integer, Double>comparing(p::get).reversed())
                .toList();
        var adjusted = new Double[count];
        var least = 1.0;
        for (var place = 0; place < count; place++) {
            var index = falling.get(place);
            least = Math.min(least, p.get(index) * count / (count - place));
            adjusted[index] = least;
        }
        return List.of(adjusted);
    }
}
