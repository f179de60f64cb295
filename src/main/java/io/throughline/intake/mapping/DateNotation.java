package io.throughline.intake.mapping;

import com.google.re2j.Pattern;
import io.throughline.reference.date.PartialDate;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a list writes its dates. What could be two dates is not read as either.
 *
 * @param formats allowed in addition to those of {@link PartialDate} and to ISO weeks
 * @param span which end of a span counts; null if the mapping does not say, so that spans are not read
 */
record DateNotation(
        List<DateFormatPattern> formats, @Nullable DateSpan span) {

    /** The dates of the graph, and nothing else. */
    static final DateNotation PLAIN = new DateNotation(List.of(), null);

    /** A time of day, of which nothing is used; spreadsheets print one even if only the day is meant. */
    private static final Pattern TIME =
            Pattern.compile("(?i)(\\d{1,4})(?:T|,? )\\d{1,2}:\\d{2}(?::\\d{2}(?:[.,]\\d{1,9})?)?"
                    + "(?: ?[ap]\\.?m\\.?)?(?: ?(?:Z|UTC|GMT|[+-]\\d{2}:?\\d{2}))?$");

    /** Room for two dates with times and month names; a longer text is not a date. */
    private static final int LONGEST = 120;

    private static final Pattern WEEK = Pattern.compile("(\\d{4})-?W(\\d{2})(?:-?([1-7]))?");

    /** What may stand between the two dates of a span; only these with spaces can also be part of a date. */
    private static final Pattern BETWEEN =
            Pattern.compile("(?i) +(?:to|until|till|through|bis|a|al|à|au|[-–—/]) +|[-–—]| ?(?:\\.\\.\\.?|…) ?");

    /**
     * Reads a date.
     *
     * @throws UnreadableDateException if it does not exist, is not written in an allowed way, or could be several
     */
    PartialDate read(String text) {
        if (text.length() > LONGEST || text.chars().noneMatch(Character::isDigit)) {
            throw notADate(text, text);
        }
        var day = TIME.matcher(text).replaceFirst("$1");
        var date = readSingle(day);
        if (date == null) {
            date = readSpan(text);
        }
        if (date == null) {
            throw notADate(text, day);
        }
        return date.text().contains("/") && day.contains("/") && span != null ? side(date, day) : date;
    }

    private @Nullable PartialDate readSingle(String text) {
        var readings = new LinkedHashMap<PartialDate, String>();
        for (var format : formats) {
            var date = format.read(text);
            if (date != null) {
                readings.putIfAbsent(date, format.toString());
            }
        }
        if (readings.size() > 1) {
            throw ambiguous(text, readings);
        }
        return readings.isEmpty()
                ? readPlain(text)
                : readings.keySet().iterator().next();
    }

    private static UnreadableDateException ambiguous(String text, Map<PartialDate, String> readings) {
        return new UnreadableDateException(
                "AMBIGUOUS_DATE",
                "'%s' could be %s"
                        .formatted(
                                text,
                                readings.entrySet().stream()
                                        .map(each -> "%s (%s)"
                                                .formatted(each.getKey().text(), each.getValue()))
                                        .collect(Collectors.joining(" or "))));
    }

    private static @Nullable PartialDate readPlain(String text) {
        var week = WEEK.matcher(text);
        try {
            return week.matches() ? week(week.group(1), week.group(2), week.group(3)) : PartialDate.parse(text);
        } catch (IllegalArgumentException | DateTimeException e) {
            return null;
        }
    }

    private static PartialDate week(String year, String week, @Nullable String day) {
        var first = LocalDate.parse(
                "%s-W%s-%s".formatted(year, week, day == null ? "1" : day), DateTimeFormatter.ISO_WEEK_DATE);
        return PartialDate.parse(day == null ? "%s/%s".formatted(first, first.plusDays(6)) : first.toString());
    }

    /** The date that a span stands for; null if the text is none. */
    private @Nullable PartialDate readSpan(String text) {
        var readings = new LinkedHashSet<List<PartialDate>>();
        var between = BETWEEN.matcher(text);
        while (between.find()) {
            var sides = sides(
                    text.substring(0, between.start()).strip(),
                    text.substring(between.end()).strip());
            if (sides != null) {
                readings.add(sides);
            }
        }
        if (readings.size() != 1) {
            return null;
        }
        if (span == null) {
            throw new UnreadableDateException(
                    "SPAN_OF_TIME", "'%s' is a span of time; state with `span` which day counts".formatted(text));
        }
        var sides = readings.iterator().next();
        return switch (span) {
            case START -> sides.get(0);
            case END -> sides.get(1);
            case WITHIN ->
                PartialDate.parse(
                        "%s/%s".formatted(sides.get(0).earliest(), sides.get(1).latest()));
        };
    }

    private @Nullable List<PartialDate> sides(String first, String last) {
        var end = readSingle(TIME.matcher(last).replaceFirst("$1"));
        if (end == null || end.latest() == null) {
            return null;
        }
        var start = readSingle(TIME.matcher(first).replaceFirst("$1"));
        if (start == null) {
            start = beginning(first, last);
        }
        return start == null || start.earliest() == null || end.latest().isBefore(start.earliest())
                ? null
                : List.of(start, end);
    }

    private @Nullable PartialDate beginning(String first, String last) {
        var readings = new LinkedHashMap<PartialDate, String>();
        for (var format : formats) {
            var date = format.readBeginning(first, last);
            if (date != null) {
                readings.putIfAbsent(date, format.toString());
            }
        }
        if (readings.size() > 1) {
            throw ambiguous(first, readings);
        }
        return readings.isEmpty() ? null : readings.keySet().iterator().next();
    }

    /** One side of a span that is written with a slash, as {@link PartialDate} does. */
    private PartialDate side(PartialDate date, String text) {
        if (span == DateSpan.WITHIN) {
            return date;
        }
        var slash = date.text().indexOf('/');
        var side = span == DateSpan.START
                ? date.text().substring(0, slash)
                : date.text().substring(slash + 1);
        if (side.equals("..")) {
            throw new UnreadableDateException(
                    "NOT_A_DATE", "'%s' is open at the end that counts (%s)".formatted(text, span));
        }
        return PartialDate.parse(side);
    }

    private UnreadableDateException notADate(String text, String day) {
        if (formats.isEmpty()) {
            try {
                PartialDate.parse(day);
            } catch (IllegalArgumentException e) {
                var message = String.valueOf(e.getMessage());
                // the message of an interval names only its invalid side
                return new UnreadableDateException(
                        "NOT_A_DATE",
                        message.startsWith("'%s' ".formatted(text))
                                ? message
                                : "'%s' is not %s".formatted(text, PartialDate.EXPECTED));
            }
        }
        return new UnreadableDateException(
                "NOT_A_DATE",
                "'%s' is not a valid date (expected %s or %s)"
                        .formatted(
                                text,
                                formats.stream().map(Object::toString).collect(Collectors.joining(" or ")),
                                PartialDate.EXPECTED));
    }
}
