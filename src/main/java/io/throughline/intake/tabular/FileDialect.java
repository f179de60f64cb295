package io.throughline.intake.tabular;

import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * The format of a file and its details, as detected or as stated.
 *
 * @param format of the file
 * @param charset of a text file; null for a workbook
 * @param charsetCertain false if the charset was assumed because nothing in the file distinguishes it from similar ones
 * @param delimiter between the cells of a CSV file; null in other formats
 * @param quote around cells of a CSV file, {@link ReadOptions#NO_QUOTE} for none; null in other formats
 * @param headerLine the line, or row of the sheet, with the column names; 0 if there is none
 * @param sheet name of the sheet that is read; null if the file is not a workbook
 */
public record FileDialect(
        FileFormat format,
        @Nullable Charset charset,
        boolean charsetCertain,
        @Nullable Character delimiter,
        @Nullable Character quote,
        int headerLine,
        @Nullable String sheet) {}
