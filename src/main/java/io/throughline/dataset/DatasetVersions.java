package io.throughline.dataset;

import java.util.Arrays;
import java.util.regex.Pattern;

/** Versions of the dataset: numbers joined by dots, e.g. {@code 2026.11.1}. */
final class DatasetVersions {

    /** At most nine digits, so that every number and every difference of two numbers fits an int. */
    private static final Pattern VERSION = Pattern.compile("\\d{1,9}(?:\\.\\d{1,9})*");

    private DatasetVersions() {}

    /** Whether one version is newer than another; a missing number counts as 0. */
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
     * Returns a valid version unchanged.
     *
     * @throws IllegalArgumentException if it is invalid
     */
    static String check(String version) {
        if (!VERSION.matcher(version).matches()) {
            throw new IllegalArgumentException(
                    "'%s' is not a valid version (expected numbers joined by dots, e.g. 2026.11.1)".formatted(version));
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
