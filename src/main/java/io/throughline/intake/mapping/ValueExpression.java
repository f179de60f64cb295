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
 * What a key of a mapping takes from a row: a constant, or a cell, of which a part may be taken and looked up in a table.
 *
 * @param column the cell; null for a constant
 * @param constant null for a cell
 * @param nulls words that stand for nothing in this cell
 * @param separators between several values of the cell; empty when it has one
 * @param pattern that a value must match as a whole; its group {@code value}, else its first group, else all is taken
 * @param table from a value to what is meant; a null means nothing; the table is null where values are taken as they are
 * @param fallsBack whether {@code otherwise} is given, though it may be nothing
 * @param otherwise what to take when the cell is empty, does not match or is not in the table
 */
record ValueExpression(
        @Nullable String column,
        @Nullable String constant,
        Set<String> nulls,
        List<String> separators,
        @Nullable Pattern pattern,
        @Nullable Map<String, @Nullable String> table,
        boolean fallsBack,
        @Nullable ValueExpression otherwise) {

    /** How many entries of a table a message names. */
    private static final int NAMED = 12;

    static ValueExpression of(String constant) {
        return new ValueExpression(null, constant, Set.of(), List.of(), null, null, false, null);
    }

    /** The one value; null when there is none. */
    @Nullable String take(RowCells cells, Consumer<FileFinding> mistakes) {
        var cell = cell(cells);
        if (cell == null) {
            return fallBack(cells, mistakes);
        }
        return constant != null ? constant : meant(cell, cells, mistakes);
    }

    /** Each value of a cell with several, in order, each once. */
    List<String> takeAll(RowCells cells, Consumer<FileFinding> mistakes) {
        var cell = cell(cells);
        if (cell == null || separators.isEmpty()) {
            var only = take(cells, mistakes);
            return only == null ? List.of() : List.of(only);
        }
        var all = new LinkedHashSet<String>();
        for (var part : split(cell, separators)) {
            var text = cells.clean(part);
            var meant = text == null || nulls.contains(text) ? null : meant(text, cells, mistakes);
            if (meant != null) {
                all.add(meant);
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

    /** What it may come to, where a table or a constant says so. */
    Set<String> outcomes() {
        var outcomes = new LinkedHashSet<String>();
        if (constant != null) {
            outcomes.add(constant);
        }
        if (table != null) {
            table.values().stream().filter(meant -> meant != null).forEach(outcomes::add);
        }
        if (otherwise != null) {
            outcomes.addAll(otherwise.outcomes());
        }
        return outcomes;
    }

    static List<String> split(String cell, List<String> separators) {
        var parts = List.of(cell);
        for (var separator : separators) {
            var finer = new ArrayList<String>();
            for (var part : parts) {
                var from = 0;
                for (var at = part.indexOf(separator); at >= 0; at = part.indexOf(separator, from)) {
                    finer.add(part.substring(from, at));
                    from = at + separator.length();
                }
                finer.add(part.substring(from));
            }
            parts = finer;
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

    private @Nullable String meant(String cell, RowCells cells, Consumer<FileFinding> mistakes) {
        var part = part(cell);
        if (part == null) {
            if (!fallsBack) {
                mistakes.accept(new FileFinding(
                        "NOT_LIKE_PATTERN", column, "'%s' is not written like %s".formatted(cell, pattern)));
            }
            return fallBack(cells, mistakes);
        }
        if (table == null) {
            return part;
        }
        if (!table.containsKey(part)) {
            if (!fallsBack) {
                mistakes.accept(new FileFinding(
                        "NOT_IN_TABLE",
                        column,
                        "'%s' is not in the table of the mapping: %s".formatted(part, named())));
            }
            return fallBack(cells, mistakes);
        }
        return table.get(part);
    }

    private @Nullable String part(String cell) {
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

    private @Nullable String fallBack(RowCells cells, Consumer<FileFinding> mistakes) {
        return otherwise == null ? null : otherwise.take(cells, mistakes);
    }

    private String named() {
        var keys = table == null ? List.<String>of() : List.copyOf(table.keySet());
        var some = String.join(", ", keys.subList(0, Math.min(NAMED, keys.size())));
        return keys.size() <= NAMED ? some : "%s and %d more".formatted(some, keys.size() - NAMED);
    }
}
