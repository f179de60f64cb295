package io.throughline.intake.tabular;

import java.nio.charset.Charset;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a file before it is opened. Anything null is detected.
 *
 * @param format a file in a different format is refused
 * @param charset of a text file; a byte order mark in the file takes precedence
 * @param delimiter between the cells of a CSV file
 * @param quote around cells of a CSV file; {@link #NO_QUOTE} if quotes are ordinary characters
 * @param sheets what is known about the sheets of a workbook
 * @param headerLine the line, or row of the sheet, with the column names, from 1; 0 if there is none
 * @param columns column names that the header has; a line with all of them is the header
 * @param limits for the file
 */
public record ReadOptions(
        @Nullable FileFormat format,
        @Nullable Charset charset,
        @Nullable Character delimiter,
        @Nullable Character quote,
        SheetOptions sheets,
        @Nullable Integer headerLine,
        Set<String> columns,
        FileLimits limits) {

    /** The value of {@code quote} for a file without quotes. */
    public static final char NO_QUOTE = '\0';

    /** @throws IllegalArgumentException if the delimiter or quote is invalid */
    public ReadOptions {
        if (delimiter != null && (isLineEnd(delimiter) || delimiter == NO_QUOTE || delimiter.equals(quote))) {
            throw new IllegalArgumentException("the delimiter must not be a line end, NUL or the quote");
        }
        if (quote != null && isLineEnd(quote)) {
            throw new IllegalArgumentException("the quote must not be a line end");
        }
    }

    private static boolean isLineEnd(char character) {
        return character == '\n' || character == '\r';
    }

    /** Detects everything, with the default limits. */
    public static ReadOptions detect() {
        return detect(FileLimits.defaults());
    }

    /** Detects everything, with these limits. */
    public static ReadOptions detect(FileLimits limits) {
        return new ReadOptions(null, null, null, null, SheetOptions.DETECT, null, Set.of(), limits);
    }
}
