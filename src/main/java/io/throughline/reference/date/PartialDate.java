package io.throughline.reference.date;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A date with the precision its source has: {@code 2021}, {@code 2021-10}, {@code 2021-07-08}, an interval
 * {@code 2021/2027}, or open on one side ({@code ../2021-10-04}, {@code 2023-09-28/..}). The notation is that of ISO
 * 8601-2 (EDTF) level 1; nothing is rounded.
 *
 * @param text as written
 * @param earliest the first day it can mean, in the calendar of the place it happened at; null when open to the past
 * @param latest the last day it can mean; null when open to the future
 * @param precision how much of it is known
 */
public record PartialDate(
        String text, @Nullable LocalDate earliest, @Nullable LocalDate latest, Precision precision) {

    /** How much of a date is known. */
    public enum Precision {
        YEAR,
        MONTH,
        DAY,
        INTERVAL
    }

    /** What is expected, for messages. */
    public static final String EXPECTED = "a date such as 2021, 2021-10, 2021-07-08, 2021/2027 or ../2021-10-04";

    private static final Pattern SINGLE = Pattern.compile("(\\d{4})(?:-(\\d{2})(?:-(\\d{2}))?)?");

    /**
     * Reads a date.
     *
     * @throws IllegalArgumentException if it is not written as described, is not a date in the calendar, or ends before
     *     it begins
     */
    public static PartialDate parse(String text) {
        var slash = text.indexOf('/');
        if (slash < 0) {
            return single(text);
        }
        var from = text.substring(0, slash);
        var to = text.substring(slash + 1);
        if (from.equals("..") && to.equals("..")) {
            throw unreadable(text);
        }
        var earliest = from.equals("..") ? null : single(from).earliest();
        var latest = to.equals("..") ? null : single(to).latest();
        if (earliest != null && latest != null && latest.isBefore(earliest)) {
            throw new IllegalArgumentException("'%s' ends before it begins".formatted(text));
        }
        return new PartialDate(text, earliest, latest, Precision.INTERVAL);
    }

    /** Whether both can mean the same day, which is always so if one is not known. */
    public static boolean mayCoincide(@Nullable PartialDate one, @Nullable PartialDate other) {
        return one == null || other == null || one.mayBeginBefore(other) && other.mayBeginBefore(one);
    }

    private boolean mayBeginBefore(PartialDate other) {
        var from = earliest();
        var until = other.latest();
        return from == null || until == null || !from.isAfter(until);
    }

    /** Reads a date that may be missing: null stays null. */
    public static @Nullable PartialDate parseNullable(@Nullable String text) {
        return text == null ? null : parse(text);
    }

    private static PartialDate single(String text) {
        var parts = SINGLE.matcher(text);
        if (!parts.matches()) {
            throw unreadable(text);
        }
        try {
            var year = Integer.parseInt(parts.group(1));
            if (year < 1) {
                throw new IllegalArgumentException(
                        "'%s' is not a valid date (expected a year from 0001 to 9999)".formatted(text));
            }
            if (parts.group(2) == null) {
                return new PartialDate(text, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), Precision.YEAR);
            }
            var month = YearMonth.of(year, Integer.parseInt(parts.group(2)));
            if (parts.group(3) == null) {
                return new PartialDate(text, month.atDay(1), month.atEndOfMonth(), Precision.MONTH);
            }
            var day = month.atDay(Integer.parseInt(parts.group(3)));
            return new PartialDate(text, day, day, Precision.DAY);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("'%s' is not a valid date".formatted(text), e);
        }
    }

    private static IllegalArgumentException unreadable(String text) {
        return new IllegalArgumentException("'%s' is not %s".formatted(text, EXPECTED));
    }
}
