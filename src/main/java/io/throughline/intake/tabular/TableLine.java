package io.throughline.intake.tabular;

/** One line of data of a file: usable, or not and why. */
public sealed interface TableLine permits TableRow, RejectedLine {

    /** The line of the file it begins on, or the row of the sheet; the first is 1. */
    int number();
}
