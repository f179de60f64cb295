package io.throughline.intake.tabular;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What a file may take at most; set by {@code throughline.files.*}. What is beyond is refused, never cut.
 *
 * @param size of the file
 * @param rows lines of a text, or rows of a sheet
 * @param columns names in the header
 * @param lineLength characters of a line, with the further lines that a quoted cell goes on for
 * @param cellLength characters of a cell
 * @param unpacked size of all that a workbook unpacks to
 * @param texts size of the shared texts of a workbook once unpacked; they are held in memory
 * @param ratio how many times larger than packed a workbook may be, from 10 MB on
 * @param entries files in a workbook
 */
@ConfigurationProperties("throughline.files")
public record FileLimits(
        @DefaultValue("1GB") DataSize size,
        @DefaultValue("5000000") int rows,
        @DefaultValue("2000") int columns,
        @DefaultValue("1000000") int lineLength,
        @DefaultValue("100000") int cellLength,
        @DefaultValue("2GB") DataSize unpacked,
        @DefaultValue("100MB") DataSize texts,
        @DefaultValue("100") int ratio,
        @DefaultValue("10000") int entries) {

    /** Those that hold where nothing is set. */
    public static FileLimits defaults() {
        return new Binder().bindOrCreate("throughline.files", FileLimits.class);
    }
}
