package io.throughline.intake.tabular;

import org.jspecify.annotations.Nullable;

/**
 * What is known about the sheets of a workbook before it is opened.
 *
 * @param name of the sheet to read; null to choose the one that has the known columns
 * @param mergedCells which cells get the value of a merged cell
 */
public record SheetOptions(@Nullable String name, MergedCells mergedCells) {

    /** Chooses the sheet; the value of a merged cell holds for all its rows. */
    public static final SheetOptions DETECT = new SheetOptions(null, MergedCells.ROWS);
}
