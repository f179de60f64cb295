package io.throughline.analysis.panel;

import io.throughline.graphql.connection.InvalidArgumentException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Calendar years, one after another.
 *
 * @param from the first, from 1
 * @param to the last, to 9999; not before the first
 */
record YearRange(int from, int to) {

    private static final int MOST = 100;

    /**
     * Some years.
     *
     * @throws InvalidArgumentException if one is not from 1 to 9999, if the last is before the first, or if they are more than 100
     */
    YearRange {
        check("from", from);
        check("to", to);
        if (to < from) {
            throw new InvalidArgumentException("to", to, "a year that is not before from, " + from);
        }
        if (to - from >= MOST) {
            throw InvalidArgumentException.overLimit(
                    "to", to, "at most %d years, to %d".formatted(MOST, from + MOST - 1), MOST, to - from + 1L);
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
