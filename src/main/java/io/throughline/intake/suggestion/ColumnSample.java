package io.throughline.intake.suggestion;

import io.throughline.reference.name.NameKey;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The first cells of a column.
 *
 * @param name of the column
 * @param values of its cells, without those that are empty or mean nothing
 * @param nulls words in its cells that mean nothing, such as "n/a"
 */
record ColumnSample(String name, List<String> values, Set<String> nulls) {

    /** Words that mean nothing in any column. */
    private static final Set<String> NULLS = Set.of(
            "n/a",
            "na",
            "#n/a",
            "n.a.",
            "-",
            "–",
            "—",
            "--",
            "null",
            "none",
            "nil",
            "?",
            "tbd",
            "tbc",
            "unknown",
            "n/d",
            "s/d",
            "k.a.",
            "n.v.t.",
            "sin datos",
            "inconnu",
            "unbekannt",
            "not available");

    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d[\\d.,\\s\\p{Z}'’]*(?:[eE]\\+?\\d+)?");

    /** Longer than any name, date or list of networks. */
    private static final int MAX_LENGTH = 2_000;

    private static final String CUT = "…";

    /** @param texts its cells as {@link #text} gives them, without empty ones */
    static ColumnSample of(String name, List<String> texts) {
        var nulls =
                new LinkedHashSet<>(texts.stream().filter(ColumnSample::isNull).toList());
        // NA is also the code of Namibia
        if (texts.stream().allMatch(text -> text.matches("[A-Z]{2}"))) {
            nulls.remove("NA");
        }
        return new ColumnSample(
                name, texts.stream().filter(text -> !nulls.contains(text)).toList(), nulls);
    }

    private static boolean isNull(String cell) {
        return NULLS.contains(cell.toLowerCase(Locale.ROOT));
    }

    /** A cell without surrounding whitespace, including no-break spaces, and without the end of a long text. */
    static String text(String cell) {
        var text = cell.replace('\u00A0', ' ').replace('\u202F', ' ').strip();
        if (text.length() <= MAX_LENGTH) {
            return text;
        }
        var end = Character.isHighSurrogate(text.charAt(MAX_LENGTH - 1)) ? MAX_LENGTH - 1 : MAX_LENGTH;
        return text.substring(0, end) + CUT;
    }

    /** Whether a text lacks its end. */
    static boolean isCut(String text) {
        return text.length() >= MAX_LENGTH && text.endsWith(CUT);
    }

    /** At most this many values, spread over the column, for slow tests. */
    ColumnSample few(int count) {
        var step = (values.size() + count - 1) / count;
        return step <= 1
                ? this
                : new ColumnSample(
                        name,
                        IntStream.range(0, values.size() / step)
                                .mapToObj(i -> values.get(i * step))
                                .toList(),
                        nulls);
    }

    /** The name as words, for comparison. */
    String key() {
        return NameKey.of(name.replaceAll("(?<=\\p{Ll})(?=\\p{Lu})", " ").replace('_', ' '))
                .plain();
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    /** The distinct values, in order. */
    Set<String> distinct() {
        return new LinkedHashSet<>(values);
    }

    /** The share of the values, from 0 to 1, that pass a test; 0 if there are none. */
    double share(Predicate<String> test) {
        return values.isEmpty() ? 0 : (double) values.stream().filter(test).count() / values.size();
    }

    boolean isNumeric() {
        return share(value -> NUMBER.matcher(value).matches()) > 0.8;
    }
}
