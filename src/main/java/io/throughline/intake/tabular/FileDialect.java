package io.throughline.intake.tabular;

import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * How a file is written, as found or as stated.
 *
 * @param format what it is made of
 * @param charset of a text; null for a workbook
 * @param charsetCertain false where the charset was assumed, since nothing in the file tells it from others of its kind
 * @param delimiter between the cells of a CSV file; null in other formats
 * @param quote around cells of a CSV file, {@link ReadOptions#NO_QUOTE} for none; null in other formats
 * @param headerLine the line, or row of the sheet, with the names of the columns; 0 if there is none
 * @param sheet name of the sheet that is read; null if it is no workbook
 */
public record FileDialect(
        FileFormat format,
        @Nullable Charset charset,
        boolean charsetCertain,
        @Nullable Character delimiter,
        @Nullable Character quote,
        int headerLine,
        @Nullable String sheet) {}
