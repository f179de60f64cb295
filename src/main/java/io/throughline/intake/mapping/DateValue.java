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
 * A date that a mapping takes from a row, as precise as it is printed.
 *
 * @param forms how it may be written besides what {@link PartialDate} reads; {@code d}, {@code M} and {@code y} stand for
 *     day, month and year, e.g. {@code d/M/y}
 */
record DateValue(ValueExpression value, List<String> forms, List<DateTimeFormatter> formatters) {

    private static final Pattern FORM =
            Pattern.compile("(?:[dM]{1,2}|y|yyyy)(?:[^\\p{L}'\\[\\]{}#](?:[dM]{1,2}|y|yyyy)){0,2}");

    /** A moment, of which the day counts; spreadsheets give them where only the day is meant. */
    private static final Pattern MOMENT = Pattern.compile(
            "(\\d{4}-\\d{2}-\\d{2})[T ]\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?(?:Z|[+-]\\d{2}:?\\d{2})?");

    /**
     * With the forms a mapping allows.
     *
     * @throws IllegalArgumentException if a form is none
     */
    static DateValue of(ValueExpression value, List<String> forms) {
        var formatters = new ArrayList<DateTimeFormatter>();
        for (var form : forms) {
            if (!FORM.matcher(form).matches() || !form.contains("y")) {
                throw new IllegalArgumentException(
                        "'%s' is no form of a date; d, M and y stand for day, month and year, e.g. d/M/y or dd.MM.yyyy"
                                .formatted(form));
            }
            formatters.add(DateTimeFormatter.ofPattern(form.replaceAll("y+", "uuuu"), Locale.ROOT)
                    .withResolverStyle(ResolverStyle.STRICT));
        }
        return new DateValue(value, forms, formatters);
    }

    /** The date; null when there is none or it cannot be read, which is remarked on. */
    @Nullable PartialDate take(RowCells cells, String key, RowFindings remarks) {
        var text = value.take(cells, remarks::refuse);
        if (text == null) {
            return null;
        }
        try {
            return read(text);
        } catch (IllegalArgumentException e) {
            remarks.refuse("NOT_A_DATE", value.column(), "%s: %s".formatted(key, e.getMessage()));
            return null;
        }
    }

    /**
     * Reads a date.
     *
     * @throws IllegalArgumentException if it is none of the calendar or written in no form allowed here
     */
    PartialDate read(String text) {
        for (var formatter : formatters) {
            var date = read(text, formatter);
            if (date != null) {
                return date;
            }
        }
        var moment = MOMENT.matcher(text);
        if (moment.matches()) {
            return parse(moment.group(1));
        }
        try {
            return parse(text);
        } catch (IllegalArgumentException e) {
            throw forms.isEmpty()
                    ? e
                    : new IllegalArgumentException(
                            "'%s' is no day of the calendar written %s, nor %s"
                                    .formatted(text, String.join(" or ", forms), PartialDate.EXPECTED),
                            e);
        }
    }

    /**
     * Reads a date as the graph writes it.
     *
     * @throws IllegalArgumentException that names the whole text, not one side of an interval that it only looks like
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
