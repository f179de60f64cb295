package io.throughline.mapping;

import io.throughline.published.FileLimits;
import io.throughline.published.Format;
import io.throughline.published.Reading;
import java.nio.charset.Charset;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a mapping says of the files it is for. What is null is found out.
 *
 * @param headerLine the line or row with the names of the columns, from 1
 */
record FileHints(
        @Nullable Format format,
        @Nullable Charset charset,
        @Nullable Character delimiter,
        @Nullable String sheet,
        @Nullable Integer headerLine) {

    Reading reading(Set<String> columns, FileLimits limits) {
        return new Reading(format, charset, delimiter, null, sheet, headerLine, columns, limits);
    }
}
