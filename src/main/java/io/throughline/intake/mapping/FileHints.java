package io.throughline.intake.mapping;

import io.throughline.intake.tabular.FileFormat;
import io.throughline.intake.tabular.FileLimits;
import io.throughline.intake.tabular.ReadOptions;
import io.throughline.intake.tabular.SheetOptions;
import java.nio.charset.Charset;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a mapping says about the format of its files. Anything null is detected.
 *
 * @param headerLine the line or row with the column names, from 1; 0 if there is none
 */
record FileHints(
        @Nullable FileFormat format,
        @Nullable Charset charset,
        @Nullable Character delimiter,
        SheetOptions sheets,
        @Nullable Integer headerLine) {

    ReadOptions readOptions(Set<String> columns, FileLimits limits) {
        return new ReadOptions(format, charset, delimiter, null, sheets, headerLine, columns, limits);
    }
}
