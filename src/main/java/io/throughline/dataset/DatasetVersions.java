package io.throughline.dataset;

import java.util.Arrays;
import java.util.regex.Pattern;

/** Versions of the dataset: numbers joined by dots, e.g. {@code 2026.11.1}. */
final class DatasetVersions {

    /** Nine digits at most, so that every number is an int and so is the difference of two. */
    private static final Pattern VERSION = Pattern.compile("\\d{1,9}(?:\\.\\d{1,9})*");

    private DatasetVersions() {}

    /** Whether one version comes after another; a missing number counts as 0. */
    static boolean isNewer(String one, String other) {
        var ones = numbers(one);
        var others = numbers(other);
        for (var i = 0; i < Math.max(ones.length, others.length); i++) {
            var difference = at(ones, i) - at(others, i);
            if (difference != 0) {
                return difference > 0;
            }
        }
        return false;
    }

    /**
     * The version as it is.
     *
     * @throws IllegalArgumentException if it is none
     */
    static String check(String version) {
        if (!VERSION.matcher(version).matches()) {
            throw new IllegalArgumentException(
                    "'%s' is no version: numbers joined by dots, such as 2026.11.1".formatted(version));
        }
        return version;
    }

    private static int[] numbers(String version) {
        return Arrays.stream(version.split("\\.", -1))
                .mapToInt(Integer::parseInt)
                .toArray();
    }

    private static int at(int[] numbers, int i) {
        return i < numbers.length ? numbers[i] : 0;
    }
}
