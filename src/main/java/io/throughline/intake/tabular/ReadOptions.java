package io.throughline.intake.tabular;

import java.nio.charset.Charset;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a file before it is opened. What is null is found out.
 *
 * @param format a file that is of another is refused
 * @param charset of a text; a byte order mark in the file has the last word
 * @param delimiter between the cells of a CSV file
 * @param quote around cells of a CSV file; {@link #NO_QUOTE} where quotes are characters like all others
 * @param sheet name of the sheet of a workbook
 * @param headerLine the line, or row of the sheet, with the names of the columns, from 1; 0 where there is none
 * @param columns names of columns that are in the header, by which it is found before anything else is looked at
 * @param limits what the file may take
 */
public record ReadOptions(
        @Nullable FileFormat format,
        @Nullable Charset charset,
        @Nullable Character delimiter,
        @Nullable Character quote,
        @Nullable String sheet,
        @Nullable Integer headerLine,
        Set<String> columns,
        FileLimits limits) {

    /** As a quote, says that there is none. */
    public static final char NO_QUOTE = '\0';

    /** @throws IllegalArgumentException if the delimiter or quote cannot be one */
    public ReadOptions {
        if (delimiter != null && (isLineEnd(delimiter) || delimiter == NO_QUOTE || delimiter.equals(quote))) {
            throw new IllegalArgumentException("a delimiter is a character that is neither a line end nor the quote");
        }
        if (quote != null && isLineEnd(quote)) {
            throw new IllegalArgumentException("a quote is no line end");
        }
    }

    private static boolean isLineEnd(char one) {
        return one == '\n' || one == '\r';
    }

    /** All is found out, within the limits that hold by default. */
    public static ReadOptions detect() {
        return detect(FileLimits.defaults());
    }

    /** All is found out, within these limits. */
    public static ReadOptions detect(FileLimits limits) {
        return new ReadOptions(null, null, null, null, null, null, Set.of(), limits);
    }
}
