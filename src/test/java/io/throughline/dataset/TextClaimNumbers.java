package io.throughline.dataset;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The numbers of the claims of the five texts. */
final class TextClaimNumbers {

    /** The number of claims in each text, starting with text 0. */
    private static final List<Integer> OF_EACH_TEXT = List.of(28, 22, 28, 48, 38);

    static final List<String> NUMBERS = IntStream.range(0, OF_EACH_TEXT.size())
            .boxed()
            .flatMap(text -> IntStream.rangeClosed(1, OF_EACH_TEXT.get(text))
                    .mapToObj(claim -> String.format(Locale.ROOT, "%d.%02d", text, claim)))
            .toList();

    private TextClaimNumbers() {}

    static Stream<String> ids() {
        return NUMBERS.stream().map(number -> "claim-" + number);
    }
}
