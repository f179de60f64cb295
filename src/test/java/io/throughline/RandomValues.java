package io.throughline;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Draws values at random; the same seed draws the same values. */
public final class RandomValues {

    private final SplittableRandom random;

    public RandomValues(long seed) {
        random = new SplittableRandom(seed);
    }

    /** One of these. */
    public <T> T of(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    /** One of these. */
    @SafeVarargs
    public final <T> T of(T... values) {
        return values[random.nextInt(values.length)];
    }

    /** True so many times in so many draws. */
    public boolean chance(int times, int draws) {
        return random.nextInt(draws) < times;
    }

    public boolean bool() {
        return random.nextBoolean();
    }

    public int integer() {
        return random.nextInt();
    }

    /** From {@code min} to {@code max}, both included. */
    public int between(int min, int max) {
        return random.nextInt(min, max + 1);
    }

    /** From {@code min} to {@code max} entries; in one list of ten {@code min}, since mistakes are often about that. */
    public <T> List<T> list(int min, int max, Supplier<T> entry) {
        var size = chance(1, 10) ? min : between(min, max);
        return Stream.generate(entry).limit(size).toList();
    }

    /** A text of at most {@code max} of these characters. */
    public String text(String characters, int max) {
        var text = new StringBuilder();
        IntStream.range(0, chance(1, 10) ? 0 : between(0, max))
                .forEach(i -> text.append(characters.charAt(random.nextInt(characters.length()))));
        return text.toString();
    }
}
