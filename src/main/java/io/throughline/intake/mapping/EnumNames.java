package io.throughline.intake.mapping;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads enum constants by name from a mapping or a file. */
final class EnumNames {

    private EnumNames() {}

    /** The constant with this name; null if there is none. */
    static <E extends Enum<E>> @Nullable E read(Class<E> type, String name) {
        for (var constant : type.getEnumConstants()) {
            if (constant.name().equals(name)) {
                return constant;
            }
        }
        return null;
    }

    static String allowed(Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
    }
}
