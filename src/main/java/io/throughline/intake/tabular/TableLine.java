package io.throughline.intake.tabular;

/** One line of data in a file: a usable row, or a rejected line with the reason. */
public sealed interface TableLine permits TableRow, RejectedLine {

    /** The line of the file it starts on, or the row of the sheet, from 1. */
    int number();
}
