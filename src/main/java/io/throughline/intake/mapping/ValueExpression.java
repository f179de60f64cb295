package io.throughline.intake.mapping;

import com.google.re2j.Pattern;
import io.throughline.intake.tabular.FileFinding;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The value that a key of a mapping reads from a row: a constant, or a cell, of which a part may be extracted and
 * looked up in a table.
 *
 * @param column of the cell; null for a constant
 * @param constant null for a cell
 * @param nulls words that mean nothing in this cell
 * @param separators between several values in the cell; empty if it has one value
 * @param pattern that the whole value must match; the result is its group {@code value}, else its first group, else the
 *     whole match
 * @param table from what is printed to what is meant, where null means nothing; null if there is no table
 * @param hasOtherwise whether {@code otherwise} is given, even if it is null
 * @param otherwise the value to use if the cell is empty, does not match or is not in the table; may be null
 */
record ValueExpression(
        @Nullable String column,
        @Nullable String constant,
        Set<String> nulls,
        List<String> separators,
        @Nullable Pattern pattern,
        @Nullable Map<String, @Nullable String> table,
        boolean hasOtherwise,
        @Nullable ValueExpression otherwise) {

    /** The maximum number of table entries listed in a message. */
    private static final int MAX_LISTED = 12;

    static ValueExpression of(String constant) {
        return new ValueExpression(null, constant, Set.of(), List.of(), null, null, false, null);
    }

    /** The value; null if there is none. */
    @Nullable String evaluate(RowCells cells, Consumer<FileFinding> findings) {
        var cell = cell(cells);
        if (cell == null) {
            return fallBack(cells, findings);
        }
        return constant != null ? constant : lookUp(cell, cells, findings);
    }

    /** The distinct values of a cell with several, in order. */
    List<String> evaluateAll(RowCells cells, Consumer<FileFinding> findings) {
        var cell = cell(cells);
        if (cell == null || separators.isEmpty()) {
            var only = evaluate(cells, findings);
            return only == null ? List.of() : List.of(only);
        }
        var all = new LinkedHashSet<String>();
        for (var part : split(cell, separators)) {
            var text = cells.clean(part);
            var value = text == null || nulls.contains(text) ? null : lookUp(text, cells, findings);
            if (value != null) {
                all.add(value);
            }
        }
        return List.copyOf(all);
    }

    /** The columns it reads. */
    Set<String> columns() {
        var columns = new LinkedHashSet<String>();
        if (column != null) {
            columns.add(column);
        }
        if (otherwise != null) {
            columns.addAll(otherwise.columns());
        }
        return columns;
    }

    /** The values it can have according to its constants and tables. */
    Set<String> possibleValues() {
        var possibleValues = new LinkedHashSet<String>();
        if (constant != null) {
            possibleValues.add(constant);
        }
        if (table != null) {
            table.values().stream().filter(meant -> meant != null).forEach(possibleValues::add);
        }
        if (otherwise != null) {
            possibleValues.addAll(otherwise.possibleValues());
        }
        return possibleValues;
    }

    static List<String> split(String cell, List<String> separators) {
        var parts = List.of(cell);
        for (var separator : separators) {
            var split = new ArrayList<String>();
            for (var part : parts) {
                var from = 0;
                for (var at = part.indexOf(separator); at >= 0; at = part.indexOf(separator, from)) {
                    split.add(part.substring(from, at));
                    from = at + separator.length();
                }
                split.add(part.substring(from));
            }
            parts = split;
        }
        return parts;
    }

    private @Nullable String cell(RowCells cells) {
        if (column == null) {
            return constant;
        }
        var cell = cells.get(column);
        return cell == null || nulls.contains(cell) ? null : cell;
    }

    private @Nullable String lookUp(String cell, RowCells cells, Consumer<FileFinding> findings) {
        var part = extract(cell);
        if (part == null) {
            if (!hasOtherwise) {
                findings.accept(new FileFinding(
                        "NOT_LIKE_PATTERN", column, "'%s' does not match the pattern %s".formatted(cell, pattern)));
            }
            return fallBack(cells, findings);
        }
        if (table == null) {
            return part;
        }
        if (!table.containsKey(part)) {
            if (!hasOtherwise) {
                findings.accept(new FileFinding(
                        "NOT_IN_TABLE",
                        column,
                        "'%s' is not in the table of the mapping; expected %s".formatted(part, listedKeys())));
            }
            return fallBack(cells, findings);
        }
        return table.get(part);
    }

    private @Nullable String extract(String cell) {
        if (pattern == null) {
            return cell;
        }
        var matcher = pattern.matcher(cell);
        if (!matcher.matches()) {
            return null;
        }
        var group = pattern.namedGroups().getOrDefault("value", Math.min(1, matcher.groupCount()));
        var part = matcher.group(group);
        return part == null || part.isBlank() ? null : part.strip();
    }

    /** The value of {@code otherwise}; null without an {@code otherwise} or if that has no value. */
    @Nullable String fallBack(RowCells cells, Consumer<FileFinding> findings) {
        return otherwise == null ? null : otherwise.evaluate(cells, findings);
    }

    private String listedKeys() {
        var keys = table == null ? List.<String>of() : List.copyOf(table.keySet());
        var some = String.join(", ", keys.subList(0, Math.min(MAX_LISTED, keys.size())));
        return keys.size() <= MAX_LISTED ? some : "%s and %d more".formatted(some, keys.size() - MAX_LISTED);
    }
}
