package io.throughline.analysis.panel;

import io.throughline.graphql.connection.InvalidArgumentException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Consecutive calendar years.
 *
 * @param from the first year, at least 1
 * @param to the last year, at most 9999 and not before {@code from}
 */
record YearRange(int from, int to) {

    private static final int MAX = 100;

    /**
     * Validates the range.
     *
     * @throws InvalidArgumentException if a year is not 1 to 9999, if {@code to} is before {@code from}, or if there
     *     are more than 100 years
     */
    YearRange {
        check("fromYear", from);
        check("toYear", to);
        if (to < from) {
            throw new InvalidArgumentException("toYear", to, "a year no earlier than fromYear (%d)".formatted(from));
        }
        if (to - from >= MAX) {
            throw InvalidArgumentException.overLimit(
                    "toYear",
                    to,
                    "at most %d years, that is %d or earlier".formatted(MAX, from + MAX - 1),
                    MAX,
                    to - from + 1L);
        }
    }

    private static void check(String argument, int year) {
        if (year < 1 || year > 9999) {
            throw new InvalidArgumentException(argument, year, "a year from 1 to 9999");
        }
    }

    List<Integer> list() {
        return IntStream.rangeClosed(from, to).boxed().toList();
    }

    LocalDate firstDay() {
        return LocalDate.of(from, 1, 1);
    }

    LocalDate lastDay() {
        return LocalDate.of(to, 12, 31);
    }
}
