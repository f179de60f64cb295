package io.throughline.intake.tabular;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.dhatim.fastexcel.reader.Row;

/**
 * The first rows of a sheet, from which its header is found.
 *
 * @param rows that are not blank
 * @param filled the same rows, with the value of a merged cell in all its rows and columns
 * @param rowCount the number of rows that these were found in, also blank ones
 * @param rowOffset added to row numbers: 1 if the sheet does not number its rows, because the library then counts from 0
 */
record SheetSample(List<SheetRow> rows, List<SheetRow> filled, int rowCount, int rowOffset) {

    /** The number of rows kept that are not blank. */
    static final int ROWS = 200;

    /**
     * Reads the first rows; the iterator then goes on with the others.
     *
     * @param merged the merged cells to fill; empty to leave them as they are
     */
    static SheetSample of(Iterator<Row> sheet, List<MergedRange> merged, FileLimits limits) {
        var rows = new ArrayList<SheetRow>();
        var rowCount = 0;
        var rowOffset = 0;
        for (; rows.size() < ROWS && sheet.hasNext(); rowCount++) {
            var row = sheet.next();
            rowOffset = rowCount == 0 && row.getRowNum() == 0 ? 1 : rowOffset;
            var read = SheetRow.of(row, rowOffset);
            if (read != null) {
                rows.add(read);
            }
        }
        var filler = new MergedCellFiller(merged, true, limits.columns());
        return new SheetSample(rows, rows.stream().map(filler::fill).toList(), rowCount, rowOffset);
    }

    /** Whether there are no more rows than these. */
    boolean isComplete() {
        return rows.size() < ROWS;
    }

    /** The number of cells in the longest row. */
    int width() {
        return rows.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
    }

    /**
     * The index of the row with the column names; -1 if none could be it.
     *
     * @param names column names that the header must have; empty if none are known
     */
    int headerIndex(Set<String> names) {
        for (var i = 0; i < Math.min(HeaderLine.SEARCHED_LINES, filled.size()); i++) {
            if (HeaderLine.hasNames(filled.get(i).texts(), names)) {
                return i;
            }
        }
        // a title merged across all columns would look like a header if it were filled in
        return HeaderLine.indexIn(rows.stream().map(SheetRow::texts).toList(), 0, Set.of());
    }

    /** Whether it looks like a table: a header with rows below it. */
    boolean isTable() {
        var header = headerIndex(Set.of());
        return header >= 0 && header < rows.size() - 1;
    }

    /** The names of columns that it lacks, in order, in the row that has most of them. */
    Set<String> missing(ReadOptions options) {
        var stated = options.headerLine();
        if (stated != null && stated == 0) {
            return missing(TableColumns.unnamed(width()).names(), options.columns());
        }
        return filled.stream()
                .filter(row -> stated == null || row.number() == stated)
                .limit(HeaderLine.SEARCHED_LINES)
                .map(row -> missing(TableColumns.named(row.texts()).names(), options.columns()))
                .min(Comparator.comparingInt(Set::size))
                .orElseGet(() -> missing(List.of(), options.columns()));
    }

    private static Set<String> missing(List<String> names, Set<String> wanted) {
        var missing = new TreeSet<>(wanted);
        names.forEach(missing::remove);
        return missing;
    }
}
