package io.throughline.intake.mapping;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.throughline.reference.date.PartialDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One way in which a list writes dates: {@code d}, {@code M} and {@code y} for day, month and year in digits,
 * {@code MMM} for the name of a month, {@code yy} for the last two digits of a year, {@code 'text'} for words.
 */
final class DateFormatPattern {

    private static final Pattern TOKEN =
            Pattern.compile("'([^']+)'|(dd?)|(MMMM?|MM?)|(yyyy|yy?)|([^\\p{L}'\\[\\]{}#])");

    private static final String EXPECTED =
            "'%s' is not a date format; use d, M and y for day, month and year, e.g. d/M/y,"
                    + " dd.MM.yyyy or d MMM yy, where MMM is the name of a month and yy a two-digit year";

    private enum Part {
        DAY,
        MONTH,
        YEAR
    }

    /** A pattern, and what its groups stand for, in order. */
    private record Form(Pattern pattern, List<Part> parts) {}

    private final String format;
    private final MonthNames months;
    private final @Nullable Integer pivot;
    private final Form whole;

    /** The same without its last parts, for the beginning of a span: "Jan" in "Jan to Mar 2020". */
    private final List<Form> beginnings = new ArrayList<>();

    /**
     * Reads a format.
     *
     * @param pivot the earliest year that two digits stand for; null if the mapping does not say
     * @throws IllegalArgumentException if it is not a format, or needs a pivot
     */
    DateFormatPattern(String format, MonthNames months, @Nullable Integer pivot) {
        this.format = format;
        this.months = months;
        this.pivot = pivot;
        var regex = new StringBuilder();
        var isBlankNext = false;
        var parts = new ArrayList<Part>();
        var tokens = TOKEN.matcher(format);
        var end = 0;
        for (; tokens.find(end) && tokens.start() == end; end = tokens.end()) {
            var part = part(tokens);
            if (part == null) {
                var words = tokens.group(1) == null ? tokens.group() : tokens.group(1);
                var folded = MonthNames.foldPart(words);
                isBlankNext |= folded.startsWith(" ");
                if (!folded.isBlank()) {
                    regex.append(blank(isBlankNext, regex)).append(Pattern.quote(folded.strip()));
                    isBlankNext = folded.endsWith(" ");
                }
            } else if (parts.contains(part)) {
                throw new IllegalArgumentException(EXPECTED.formatted(format));
            } else {
                parts.add(part);
                regex.append(blank(isBlankNext, regex)).append(regex(tokens.group()));
                isBlankNext = false;
                if (!parts.contains(Part.YEAR)) {
                    beginnings.add(new Form(Pattern.compile(regex.toString()), List.copyOf(parts)));
                }
            }
        }
        if (end < format.length()
                || !parts.contains(Part.YEAR)
                || parts.contains(Part.DAY) && !parts.contains(Part.MONTH)) {
            throw new IllegalArgumentException(EXPECTED.formatted(format));
        }
        this.whole = new Form(Pattern.compile(regex.toString()), parts);
    }

    /** One space for any number of blanks, and none at the beginning, since the texts are folded in the same way. */
    private static String blank(boolean isBlankNext, StringBuilder before) {
        return isBlankNext && !before.isEmpty() ? " " : "";
    }

    private static @Nullable Part part(Matcher token) {
        if (token.group(2) != null) {
            return Part.DAY;
        }
        if (token.group(3) != null) {
            return Part.MONTH;
        }
        return token.group(4) == null ? null : Part.YEAR;
    }

    private String regex(String letters) {
        return switch (letters) {
            case "d" -> "(\\d{1,2})(?:st|nd|rd|th|er)?";
            case "M" -> "(\\d{1,2})";
            case "dd", "MM" -> "(\\d{2})";
            case "y", "yyyy" -> "(\\d{4})";
            case "yy" -> {
                if (pivot == null) {
                    throw new IllegalArgumentException(
                            "'%s' has a two-digit year; state with `pivot` the earliest year it can mean, e.g. pivot: 1990"
                                    .formatted(format));
                }
                yield "(\\d{2})";
            }
            default -> months.names().stream().map(Pattern::quote).collect(Collectors.joining("|", "(", ")")) + "\\.?";
        };
    }

    /** Whether it has a two-digit year. */
    boolean needsPivot() {
        return format.replaceAll("'[^']*'", "").matches("(?:.*[^y])?yy(?:[^y].*)?");
    }

    /** The date; null if the text is not written in this way or is not a date in the calendar. */
    @Nullable PartialDate read(String text) {
        var values = values(whole, text);
        return values == null ? null : date(values);
    }

    /** The beginning of a span, with what it leaves out taken from its end; null if it is not written in this way. */
    @Nullable PartialDate readBeginning(String text, String end) {
        var endValues = values(whole, end);
        if (endValues == null) {
            return null;
        }
        for (var form : beginnings) {
            var values = values(form, text);
            if (values != null) {
                endValues.forEach(values::putIfAbsent);
                return date(values);
            }
        }
        return null;
    }

    private @Nullable Map<Part, Integer> values(Form form, String text) {
        var matcher = form.pattern.matcher(MonthNames.fold(text));
        if (!matcher.matches()) {
            return null;
        }
        var values = new EnumMap<Part, Integer>(Part.class);
        for (var i = 0; i < form.parts.size(); i++) {
            var printed = matcher.group(i + 1);
            values.put(form.parts.get(i), value(form.parts.get(i), printed));
        }
        return values;
    }

    private int value(Part part, String printed) {
        if (!printed.chars().allMatch(Character::isDigit)) {
            return months.number(printed);
        }
        var number = Integer.parseInt(printed);
        return part == Part.YEAR && printed.length() == 2 && pivot != null
                ? pivot + Math.floorMod(number - pivot, 100)
                : number;
    }

    private static @Nullable PartialDate date(Map<Part, Integer> values) {
        var date = new StringBuilder("%04d".formatted(values.get(Part.YEAR)));
        for (var part : List.of(Part.MONTH, Part.DAY)) {
            if (values.containsKey(part)) {
                date.append("-%02d".formatted(values.get(part)));
            }
        }
        try {
            return PartialDate.parse(date.toString());
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** As written in the mapping. */
    @Override
    public String toString() {
        return format;
    }
}
