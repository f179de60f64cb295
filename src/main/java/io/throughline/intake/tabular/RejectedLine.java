package io.throughline.intake.tabular;

/**
 * A line that cannot be used, such as one with too many cells.
 *
 * @param number the line of the file it starts on, or the row of the sheet, from 1
 * @param finding why it cannot be used
 */
public record RejectedLine(int number, FileFinding finding) implements TableLine {}
