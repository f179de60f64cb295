package io.throughline;

import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.function.ThrowingConsumer;

/**
 * Repeats a test with values drawn at random, each time from another seed. A failure names its seed;
 * {@code -Dthroughline.test.seed=…} repeats that one alone. Every tenth of the tries is made by default, all of them with
 * {@code -Pfull}. Tests that use this are tagged {@link #TAG}, so that {@code -Prest} can make the tries left out by default.
 */
public final class SeededTries {

    /** For {@link Tag} on a test that repeats itself. */
    public static final String TAG = "tries";

    private SeededTries() {}

    /** Other values in each run. */
    public static void fresh(int tries, ThrowingConsumer<RandomValues> test) {
        fixed(tries, ThreadLocalRandom.current().nextLong(), test);
    }

    /** The same values in each run, where a build must not fail by chance. */
    public static void fixed(int tries, long firstSeed, ThrowingConsumer<RandomValues> test) {
        seeds(tries, firstSeed).forEach(each -> {
            try {
                test.accept(new RandomValues(each));
            } catch (Throwable e) {
                throw new AssertionError(
                        "Failed with seed %d; -Dthroughline.test.seed=%d repeats it. %s"
                                .formatted(each, each, e.getMessage()),
                        e);
            }
        });
    }

    /** The seeds of the tries to be made in this run. */
    public static LongStream seeds(int tries, long first) {
        var seed = Long.getLong("throughline.test.seed");
        if (seed != null) {
            return LongStream.of(seed);
        }
        var which = System.getProperty("throughline.test.tries", "some");
        return LongStream.range(0, tries)
                .filter(number -> switch (which) {
                    case "all" -> true;
                    case "rest" -> number % 10 != 0;
                    default -> number % 10 == 0;
                })
                .map(number -> first + number);
    }
}
