package io.throughline.intake.tabular;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.TreeMap;
import org.dhatim.fastexcel.reader.Cell;
import org.jspecify.annotations.Nullable;

/**
 * Gives the cells of merged ranges their value, in one pass over the rows of a sheet. A cell with text of its own keeps
 * it, and a row without any stays blank.
 */
final class MergedCellFiller {

    /** A range that the current row is in. */
    private record ActiveRange(MergedRange range, @Nullable Cell value) {}

    private final Iterator<MergedRange> ranges;
    private @Nullable MergedRange next;
    private final boolean acrossColumns;
    private final int width;

    /** By first column; ranges of a valid workbook do not overlap. */
    private final TreeMap<Integer, ActiveRange> active = new TreeMap<>();

    private int filled;

    /**
     * Begins a pass.
     *
     * @param acrossColumns whether all columns of a range have its value, or only its first
     * @param width the number of columns to fill at most
     */
    MergedCellFiller(Collection<MergedRange> ranges, boolean acrossColumns, int width) {
        this.ranges = ranges.stream()
                .filter(range -> range.left() < width)
                .filter(range -> range.hasSeveralRows() || acrossColumns && range.hasSeveralColumns())
                .sorted(Comparator.comparingInt(MergedRange::top))
                .iterator();
        this.acrossColumns = acrossColumns;
        this.width = width;
        this.next = following();
    }

    /** The number of cells that were given the value of a merged cell so far. */
    int filled() {
        return filled;
    }

    /** The row with the values of merged cells. Call it once for each row that is not blank, in order. */
    SheetRow fill(SheetRow row) {
        active.values().removeIf(each -> each.range.bottom() < row.number());
        for (; next != null && next.top() <= row.number(); next = following()) {
            // the value of a range whose first row is blank is empty
            if (next.top() == row.number()) {
                active.put(next.left(), new ActiveRange(next, row.cell(next.left())));
            }
        }
        if (active.isEmpty()) {
            return row;
        }
        var cells = new ArrayList<>(row.cells());
        for (var each : active.values()) {
            fill(each, row, cells);
        }
        return new SheetRow(row.number(), row.hidden(), cells);
    }

    private void fill(ActiveRange each, SheetRow row, List<@Nullable Cell> cells) {
        var value = each.value;
        if (value == null || SheetRow.isEmpty(value)) {
            return;
        }
        var last = acrossColumns ? Math.min(each.range.right(), width - 1) : each.range.left();
        for (var column = each.range.left(); column <= last; column++) {
            if (SheetRow.isEmpty(row.cell(column))) {
                while (cells.size() <= column) {
                    cells.add(null);
                }
                cells.set(column, value);
                filled++;
            }
        }
    }

    private @Nullable MergedRange following() {
        return ranges.hasNext() ? ranges.next() : null;
    }
}
