package io.throughline.intake.tabular;

import io.throughline.infra.builder.StagedBuilder;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The limits for a file, set by {@code throughline.files.*}. Anything over a limit is refused, never cut.
 *
 * @param size of the file
 * @param rows lines of a text file, or rows of a sheet
 * @param columns names in the header
 * @param lineLength characters in a line, including the lines that its quoted cells span
 * @param cellLength characters in a cell
 * @param unpacked total unpacked size of a workbook
 * @param texts unpacked size of the shared texts of a workbook, which are held in memory
 * @param ratio how many times larger a workbook may be when unpacked, from 10 MB on
 * @param entries files in a workbook
 */
@ConfigurationProperties("throughline.files")
@StagedBuilder
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

    /** The limits that apply if nothing is configured. */
    public static FileLimits defaults() {
        return new Binder().bindOrCreate("throughline.files", FileLimits.class);
    }
}
