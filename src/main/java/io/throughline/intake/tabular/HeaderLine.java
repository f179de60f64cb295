package io.throughline.intake.tabular;

import java.util.List;
import java.util.Set;

/** Finds the line with the column names, which comes before the rows but is not always the first line. */
final class HeaderLine {

    /** The number of lines searched. */
    static final int SEARCHED_LINES = 30;

    private HeaderLine() {}

    /**
     * The first of these lines that has all known names. If no names are known, or no line has them, the first line
     * that could be a header: at least half as many of its cells are filled as in the fullest line, its width differs
     * from that of the rows by at most one cell, and it is not a title, which has only its first cell filled.
     *
     * @param lines the first lines of a file, cell by cell
     * @param width number of cells in most rows; 0 if lines end with their last filled cell
     * @param names column names that the header must have; empty if none are known
     * @return its index; -1 if no line could be a header
     */
    static int indexIn(List<List<String>> lines, int width, Set<String> names) {
        for (var i = 0; i < Math.min(SEARCHED_LINES, lines.size()); i++) {
            if (hasNames(lines.get(i), names)) {
                return i;
            }
        }
        var fullest = lines.stream().mapToInt(HeaderLine::filled).max().orElse(0);
        for (var i = 0; i < Math.min(SEARCHED_LINES, lines.size()); i++) {
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

    /** Whether a line has all known names; false if no names are known. */
    static boolean hasNames(List<String> line, Set<String> names) {
        return !names.isEmpty() && TableColumns.named(line).names().containsAll(names);
    }

    private static int filled(List<String> cells) {
        return (int) cells.stream().filter(cell -> !cell.isBlank()).count();
    }
}
