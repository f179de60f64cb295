package io.throughline.intake.mapping;

import io.throughline.reference.date.PartialDate;
import java.time.DateTimeException;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A date that a mapping reads from a row, with the precision that is printed.
 *
 * @param formats allowed in addition to those of {@link PartialDate}; {@code d}, {@code M} and {@code y} stand for day,
 *     month and year, e.g. {@code d/M/y}
 */
record DateValue(ValueExpression value, List<String> formats, List<DateTimeFormatter> formatters) {

    private static final Pattern FORMAT =
            Pattern.compile("(?:[dM]{1,2}|y|yyyy)(?:[^\\p{L}'\\[\\]{}#](?:[dM]{1,2}|y|yyyy)){0,2}");

    /** A date with a time, of which only the date is used; spreadsheets print a time even if only the day is meant. */
    private static final Pattern DATE_TIME = Pattern.compile(
            "(\\d{4}-\\d{2}-\\d{2})[T ]\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?(?:Z|[+-]\\d{2}:?\\d{2})?");

    /**
     * Creates a date value with the formats that a mapping allows.
     *
     * @throws IllegalArgumentException if a format is invalid
     */
    static DateValue of(ValueExpression value, List<String> formats) {
        var formatters = new ArrayList<DateTimeFormatter>();
        for (var format : formats) {
            if (!FORMAT.matcher(format).matches() || !format.contains("y")) {
                throw new IllegalArgumentException(
                        "'%s' is not a date format; use d, M and y for day, month and year, e.g. d/M/y or dd.MM.yyyy"
                                .formatted(format));
            }
            formatters.add(DateTimeFormatter.ofPattern(format.replaceAll("y+", "uuuu"), Locale.ROOT)
                    .withResolverStyle(ResolverStyle.STRICT));
        }
        return new DateValue(value, formats, formatters);
    }

    /** The date; null if there is none or, with a finding, if it is invalid. */
    @Nullable PartialDate read(RowCells cells, String key, RowFindings findings) {
        var text = value.evaluate(cells, findings::refuse);
        if (text == null) {
            return null;
        }
        try {
            return read(text);
        } catch (IllegalArgumentException e) {
            findings.refuse("NOT_A_DATE", value.column(), "%s: %s".formatted(key, e.getMessage()));
            return null;
        }
    }

    /**
     * Reads a date.
     *
     * @throws IllegalArgumentException if it does not exist or is not in an allowed format
     */
    PartialDate read(String text) {
        for (var formatter : formatters) {
            var date = read(text, formatter);
            if (date != null) {
                return date;
            }
        }
        var dateTime = DATE_TIME.matcher(text);
        if (dateTime.matches()) {
            return parse(dateTime.group(1));
        }
        try {
            return parse(text);
        } catch (IllegalArgumentException e) {
            throw formats.isEmpty()
                    ? e
                    : new IllegalArgumentException(
                            "'%s' is not a valid date (expected %s or %s)"
                                    .formatted(text, String.join(" or ", formats), PartialDate.EXPECTED),
                            e);
        }
    }

    /**
     * Reads a date in the format of the graph.
     *
     * @throws IllegalArgumentException whose message names the whole text, even if it looks like an interval with one
     *     invalid side
     */
    static PartialDate parse(String text) {
        try {
            return PartialDate.parse(text);
        } catch (IllegalArgumentException e) {
            var message = String.valueOf(e.getMessage());
            throw message.startsWith("'%s' ".formatted(text))
                    ? e
                    : new IllegalArgumentException("'%s' is not %s".formatted(text, PartialDate.EXPECTED), e);
        }
    }

    private static @Nullable PartialDate read(String text, DateTimeFormatter formatter) {
        try {
            var parsed = formatter.parse(text);
            var date = new StringBuilder("%04d".formatted(parsed.get(ChronoField.YEAR)));
            append(date, parsed, ChronoField.MONTH_OF_YEAR);
            append(date, parsed, ChronoField.DAY_OF_MONTH);
            return PartialDate.parse(date.toString());
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static void append(StringBuilder date, TemporalAccessor parsed, ChronoField field) {
        if (parsed.isSupported(field)) {
            date.append("-%02d".formatted(parsed.get(field)));
        }
    }
}
