package io.throughline.intake.tabular;

import java.util.List;
import java.util.Set;

/** Finds the line with the names of the columns, which stands in front of the rows but not always at the top. */
final class HeaderLine {

    /** As far down as it is looked for. */
    static final int WITHIN = 30;

    private HeaderLine() {}

    /**
     * The first of these lines that has all the names that are known. Where none are, or no line has them, the first that
     * can be a header: at least half as many of its cells are filled as in the fullest line, it is as wide as the rows, or
     * one cell off, and it is no title, of which only the first cell is filled.
     *
     * @param lines the first ones of a file, cell by cell
     * @param width cells of most rows; 0 if lines end with their last filled cell
     * @param names of columns that it has; empty where none are known
     * @return its index; -1 if none of them can be one
     */
    static int of(List<List<String>> lines, int width, Set<String> names) {
        for (var i = 0; i < Math.min(WITHIN, lines.size()); i++) {
            if (hasNames(lines.get(i), names)) {
                return i;
            }
        }
        var fullest = lines.stream().mapToInt(HeaderLine::filled).max().orElse(0);
        for (var i = 0; i < Math.min(WITHIN, lines.size()); i++) {
            var cells = lines.get(i);
            var filled = filled(cells);
            if (filled > 0
                    && filled * 2 >= fullest
                    && (width == 0 || Math.abs(cells.size() - width) <= 1)
                    && !(fullest > 1 && filled == 1 && !cells.get(0).isBlank())
                    && !cells.get(0).startsWith("# ")) {
                return i;
            }
        }
        return -1;
    }

    /** Whether a line has all the names that are known; never, where none are. */
    static boolean hasNames(List<String> line, Set<String> names) {
        return !names.isEmpty() && TableColumns.named(line).names().containsAll(names);
    }

    private static int filled(List<String> cells) {
        return (int) cells.stream().filter(cell -> !cell.isBlank()).count();
    }
}
