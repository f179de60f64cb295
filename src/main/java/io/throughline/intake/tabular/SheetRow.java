package io.throughline.intake.tabular;

import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.jspecify.annotations.Nullable;

/**
 * A row of a sheet.
 *
 * @param number from 1
 * @param hidden whether the row is hidden in the sheet
 * @param cells up to the last filled one; an element is null if the row has no such cell
 */
record SheetRow(int number, boolean hidden, List<@Nullable Cell> cells) {

    /**
     * Converts a row of the library.
     *
     * @param offset added to the row number
     * @return null if no cell is filled
     */
    static @Nullable SheetRow of(org.dhatim.fastexcel.reader.Row row, int offset) {
        var last = row.getCellCount();
        while (last > 0 && isEmpty(row.getOptionalCell(last - 1).orElse(null))) {
            last--;
        }
        return last == 0
                ? null
                : new SheetRow(row.getRowNum() + offset, row.isHidden(), new ArrayList<>(row.getCells(0, last)));
    }

    static boolean isEmpty(@Nullable Cell cell) {
        return cell == null
                || cell.getFormula() == null
                        && cell.getType() != CellType.ERROR
                        && cell.getText().isBlank();
    }

    /** The cell in a column, from 0; null if the row has no such cell. */
    @Nullable Cell cell(int column) {
        return column < cells.size() ? cells.get(column) : null;
    }

    List<String> texts() {
        var texts = new ArrayList<String>(cells.size());
        for (var cell : cells) {
            texts.add(cell == null ? "" : CellValue.text(cell));
        }
        return texts;
    }

    TableLine line(TableColumns columns, FileLimits limits) {
        var findings = new ArrayList<FileFinding>(2);
        if (hidden) {
            findings.add(new FileFinding("HIDDEN_ROW", null, "the row is hidden in the sheet; it is read anyway"));
        }
        var texts = new ArrayList<String>(columns.count());
        for (var i = 0; i < Math.max(columns.count(), cells.size()); i++) {
            var cell = i < cells.size() ? cells.get(i) : null;
            if (cell == null) {
                texts.add("");
                continue;
            }
            var name = i < columns.count() ? columns.names().get(i) : null;
            var fault = fault(name, cell);
            if (fault != null) {
                return new RejectedLine(number, fault);
            }
            if (cell.getFormula() != null) {
                findings.add(new FileFinding("FORMULA", name, "the cell is a formula; its saved value is used"));
            }
            texts.add(CellValue.text(cell));
        }
        return columns.line(number, texts, findings, limits);
    }

    private static @Nullable FileFinding fault(@Nullable String column, Cell cell) {
        if (CellValue.isError(cell)) {
            return new FileFinding(
                    "ERROR_CELL", column, "the cell contains %s; expected a value".formatted(cell.getRawValue()));
        }
        if (cell.getFormula() != null && cell.getValue() == null) {
            return new FileFinding(
                    "FORMULA_WITHOUT_VALUE",
                    column,
                    "the cell is a formula saved without its value; open the file in a spreadsheet program and save it again");
        }
        return null;
    }
}
