package io.throughline.intake.tabular;

/** Which cells of a workbook get the value of a merged cell; the file keeps it only in the first of them. */
public enum MergedCells {
    /** All its rows, in its first column; in the header also all its columns. */
    ROWS,
    /** All its rows and columns. */
    ALL,
    /** Only the first cell; the others are empty. */
    FIRST
}
