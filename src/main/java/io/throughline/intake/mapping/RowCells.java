package io.throughline.intake.mapping;

import io.throughline.intake.tabular.TableRow;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The cells of a row as a mapping reads them: without surrounding whitespace, and null for a word that means nothing.
 */
final class RowCells {

    private final TableRow row;
    private final Set<String> nulls;
    private final Map<String, String> corrected = new HashMap<>();

    RowCells(TableRow row, Set<String> nulls) {
        this.row = row;
        this.nulls = nulls;
    }

    int line() {
        return row.number();
    }

    /** The text of a cell, with corrections of the mapping applied; null if it is empty or means nothing. */
    @Nullable String get(String column) {
        return clean(corrected.getOrDefault(column, row.cells().getOrDefault(column, "")));
    }

    /** The text of a cell as in the file; null if it is empty or means nothing. */
    @Nullable String printed(String column) {
        return clean(row.cells().getOrDefault(column, ""));
    }

    void correct(String column, String text) {
        corrected.put(column, text);
    }

    /** A text without surrounding whitespace; null if it is empty or means nothing. */
    @Nullable String clean(String text) {
        var stripped = strip(text);
        return stripped.isEmpty() || nulls.contains(stripped) ? null : stripped;
    }

    private static String strip(String text) {
        var from = 0;
        var to = text.length();
        while (from < to && isBlank(text.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    /** Includes no-break spaces, which {@link String#strip} does not remove. */
    private static boolean isBlank(char character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }
}
