package io.throughline.intake.mapping;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The words of an enum, as a mapping or a file writes them. */
final class EnumNames {

    private EnumNames() {}

    /** The constant of this name; null when there is none. */
    static <E extends Enum<E>> @Nullable E read(Class<E> words, String word) {
        for (var constant : words.getEnumConstants()) {
            if (constant.name().equals(word)) {
                return constant;
            }
        }
        return null;
    }

    static String allowed(Class<? extends Enum<?>> words) {
        return Arrays.stream(words.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
    }
}
