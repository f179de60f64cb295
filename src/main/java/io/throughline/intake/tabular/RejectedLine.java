package io.throughline.intake.tabular;

/**
 * A line that cannot be used, such as one with too many cells.
 *
 * @param number the line of the file it begins on, or the row of the sheet; the first is 1
 * @param finding why
 */
public record RejectedLine(int number, FileFinding finding) implements TableLine {}
