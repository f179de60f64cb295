package io.throughline.intake.mapping;

import io.throughline.intake.tabular.FileFormat;
import io.throughline.intake.tabular.FileLimits;
import io.throughline.intake.tabular.ReadOptions;
import java.nio.charset.Charset;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a mapping says of the files it is for. What is null is found out.
 *
 * @param headerLine the line or row with the names of the columns, from 1
 */
record FileHints(
        @Nullable FileFormat format,
        @Nullable Charset charset,
        @Nullable Character delimiter,
        @Nullable String sheet,
        @Nullable Integer headerLine) {

    ReadOptions reading(Set<String> columns, FileLimits limits) {
        return new ReadOptions(format, charset, delimiter, null, sheet, headerLine, columns, limits);
    }
}
