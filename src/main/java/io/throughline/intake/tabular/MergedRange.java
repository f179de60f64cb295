package io.throughline.intake.tabular;

import org.dhatim.fastexcel.reader.CellAddress;

/**
 * Cells of a sheet that are merged into one.
 *
 * @param top its first row, from 1
 * @param left its first column, from 0
 * @param bottom its last row
 * @param right its last column
 */
record MergedRange(int top, int left, int bottom, int right) {

    /**
     * Reads a reference such as {@code A2:A4}.
     *
     * @throws RuntimeException if it is not one
     */
    static MergedRange parse(String reference) {
        var colon = reference.indexOf(':');
        var first = new CellAddress(colon < 0 ? reference : reference.substring(0, colon));
        var last = colon < 0 ? first : new CellAddress(reference.substring(colon + 1));
        return new MergedRange(
                Math.min(first.getRow(), last.getRow()) + 1,
                Math.min(first.getColumn(), last.getColumn()),
                Math.max(first.getRow(), last.getRow()) + 1,
                Math.max(first.getColumn(), last.getColumn()));
    }

    boolean hasSeveralRows() {
        return bottom > top;
    }

    boolean hasSeveralColumns() {
        return right > left;
    }
}
