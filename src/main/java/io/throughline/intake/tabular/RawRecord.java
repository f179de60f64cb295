package io.throughline.intake.tabular;

import org.jspecify.annotations.Nullable;

/**
 * A record of a text with delimiters, not yet split into cells, or a line that cannot be one.
 *
 * @param line the line it starts on, from 1
 * @param text of the record, including the line ends inside it
 * @param cells number of cells
 * @param quoted number of cells that start with a quote
 * @param fault why the line cannot be used; null if it can
 * @param finding anything else to report about the record
 */
record RawRecord(
        int line,
        String text,
        int cells,
        int quoted,
        @Nullable FileFinding fault,
        @Nullable FileFinding finding) {
    boolean isBlank() {
        return fault == null && text.isBlank();
    }
}
