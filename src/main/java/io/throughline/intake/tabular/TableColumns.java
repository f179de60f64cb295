package io.throughline.intake.tabular;

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
 * @param names each once, so that no cell is lost
 * @param findings columns that have no name or one that was taken
 */
record TableColumns(List<String> names, List<FileFinding> findings) {

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\uFEFF]+");

    /** Names as printed, but for blanks around them and line ends within. */
    static TableColumns named(List<String> header) {
        var findings = new ArrayList<FileFinding>();
        var printed = header.stream()
                .map(cell -> BLANKS.matcher(InvalidBytes.shown(cell, "\\x"))
                        .replaceAll(" ")
                        .strip())
                .toList();
        var names = new Names(printed);
        for (var i = 0; i < printed.size(); i++) {
            var name = printed.get(i);
            var column = i + 1;
            if (name.isEmpty()) {
                name = names.free("column " + column);
                findings.add(new FileFinding(
                        "EMPTY_HEADER", name, "column %d has no name and is called '%s'".formatted(column, name)));
            } else if (names.given.contains(name)) {
                var taken = name;
                name = names.free(taken);
                findings.add(new FileFinding(
                        "DUPLICATE_HEADER",
                        name,
                        "column %d has the name '%s', as one before it, and is called '%s'"
                                .formatted(column, taken, name)));
            }
            names.given.add(name);
        }
        return new TableColumns(List.copyOf(names.given), findings);
    }

    /** Where there is no header. */
    static TableColumns unnamed(int count) {
        var names = new ArrayList<String>();
        for (var i = 1; i <= count; i++) {
            names.add("column " + i);
        }
        return new TableColumns(names, List.of());
    }

    /** Names given so far, and those that are printed anywhere: a line can have hundreds of thousands of one name. */
    private static final class Names {

        private final Set<String> given = new LinkedHashSet<>();
        private final Set<String> printed;
        private final Map<String, Integer> next = new HashMap<>();

        Names(List<String> printed) {
            this.printed = new HashSet<>(printed);
        }

        /** The name, or the name with the first number that makes it another than all others. */
        String free(String wanted) {
            var name = wanted;
            while (given.contains(name) || printed.contains(name)) {
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
     * @param number of the line or row
     * @param cells as printed; further ones than there are columns must be empty, as a trailing delimiter makes them
     */
    TableLine line(int number, List<String> cells, List<FileFinding> findings, FileLimits limits) {
        if (cells.size() < count()) {
            return new RejectedLine(number, new FileFinding("TOO_FEW_CELLS", null, counted(cells.size())));
        }
        if (cells.stream().skip(count()).anyMatch(cell -> !cell.isBlank())) {
            return new RejectedLine(number, new FileFinding("TOO_MANY_CELLS", null, counted(cells.size())));
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

    private String counted(int cells) {
        return "cells in the line: %d; expected %d, as in the header".formatted(cells, count());
    }
}
