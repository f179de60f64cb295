package io.throughline.mapping;

import org.jspecify.annotations.Nullable;

/**
 * What a mapping says of the files it is for. What is null is found out.
 *
 * @param format {@code CSV}, {@code XLSX} or {@code JSON_LINES}
 * @param encoding of a text, e.g. {@code windows-1252}
 * @param delimiter between the cells of a line
 * @param sheet of a workbook
 * @param headerLine the line or row with the names of the columns, from 1
 */
public record FileHints(
        @Nullable String format,
        @Nullable String encoding,
        @Nullable Character delimiter,
        @Nullable String sheet,
        @Nullable Integer headerLine) {}
