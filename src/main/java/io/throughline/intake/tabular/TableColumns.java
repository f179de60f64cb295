package io.throughline.intake.tabular;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The columns of a table.
 *
 * @param names all different, so that no cell is lost
 * @param findings about columns without a name, with a repeated one, or with invisible characters in it
 */
record TableColumns(List<String> names, List<FileFinding> findings) {

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\uFEFF]+");

    /** Invisible characters, such as a zero-width space; not the two joiners, which some scripts need. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}&&[^\\u200C\\u200D\\uFEFF]]");

    /**
     * Columns with the names as printed, without surrounding whitespace and invisible characters; whitespace and line
     * ends inside a name become one space.
     */
    static TableColumns named(List<String> header) {
        var findings = new ArrayList<FileFinding>();
        var printed = header.stream().map(TableColumns::clean).toList();
        var assigner = new NameAssigner(printed);
        for (var i = 0; i < printed.size(); i++) {
            var name = printed.get(i);
            var column = i + 1;
            if (INVISIBLE.matcher(header.get(i)).find()) {
                findings.add(new FileFinding(
                        "INVISIBLE_CHARACTER",
                        name,
                        "the name of column %d contains invisible characters (%s); it is read as '%s'"
                                .formatted(column, codePoints(header.get(i)), name)));
            }
            if (name.isEmpty()) {
                name = assigner.unique("column " + column);
                findings.add(new FileFinding(
                        "EMPTY_HEADER", name, "column %d has no name and is called '%s'".formatted(column, name)));
            } else if (assigner.assigned.contains(name)) {
                var taken = name;
                name = assigner.unique(taken);
                findings.add(new FileFinding(
                        "DUPLICATE_HEADER",
                        name,
                        "column %d repeats the name '%s' and is called '%s'".formatted(column, taken, name)));
            }
            assigner.assigned.add(name);
        }
        return new TableColumns(List.copyOf(assigner.assigned), findings);
    }

    private static String clean(String cell) {
        var visible = INVISIBLE.matcher(InvalidBytes.escape(cell, "\\x")).replaceAll("");
        return BLANKS.matcher(visible).replaceAll(" ").strip();
    }

    /** The invisible characters of a name, as Unicode writes them: {@code U+200B}. */
    private static String codePoints(String name) {
        return INVISIBLE
                .matcher(name)
                .results()
                .map(found -> "U+%04X".formatted(found.group().codePointAt(0)))
                .distinct()
                .collect(joining(", "));
    }

    /** The columns of a table without a header. */
    static TableColumns unnamed(int count) {
        var names = new ArrayList<String>();
        for (var i = 1; i <= count; i++) {
            names.add("column " + i);
        }
        return new TableColumns(names, List.of());
    }

    /**
     * Names assigned so far and all names printed in the header. A lookup must be fast: a header can repeat one name
     * hundreds of thousands of times.
     */
    private static final class NameAssigner {

        private final Set<String> assigned = new LinkedHashSet<>();
        private final Set<String> printed;
        private final Map<String, Integer> next = new HashMap<>();

        NameAssigner(List<String> printed) {
            this.printed = new HashSet<>(printed);
        }

        /** The name, or the name with the lowest number that makes it unique. */
        String unique(String wanted) {
            var name = wanted;
            while (assigned.contains(name) || printed.contains(name)) {
                name = "%s (%d)".formatted(wanted, next.merge(wanted, 2, (last, first) -> last + 1));
            }
            return name;
        }
    }

    int count() {
        return names.size();
    }

    /**
     * A line of data.
     *
     * @param number of the line or row, from 1
     * @param cells as printed; cells after the last column must be empty, as after a trailing delimiter
     */
    TableLine line(int number, List<String> cells, List<FileFinding> findings, FileLimits limits) {
        if (cells.size() < count()) {
            return new RejectedLine(number, new FileFinding("TOO_FEW_CELLS", null, cellCount(cells.size())));
        }
        if (cells.stream().skip(count()).anyMatch(cell -> !cell.isBlank())) {
            return new RejectedLine(number, new FileFinding("TOO_MANY_CELLS", null, cellCount(cells.size())));
        }
        Map<String, String> row = new LinkedHashMap<>(count() * 2);
        for (var i = 0; i < count(); i++) {
            var name = names.get(i);
            var cell = cells.get(i);
            if (cell.length() > limits.cellLength()) {
                return new RejectedLine(
                        number,
                        new FileFinding(
                                "CELL_TOO_LONG",
                                name,
                                "the cell has %d characters; expected at most %d"
                                        .formatted(cell.length(), limits.cellLength())));
            }
            row.put(name, CellText.of(name, cell, findings));
        }
        return new TableRow(number, Collections.unmodifiableMap(row), List.copyOf(findings));
    }

    private String cellCount(int cells) {
        return "the line has %d %s; expected %d, as in the header"
                .formatted(cells, cells == 1 ? "cell" : "cells", count());
    }
}
