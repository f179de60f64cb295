package io.throughline.intake.catalog;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits for downloading a published list, set by {@code throughline.downloads.*}.
 *
 * @param directory where downloaded files are kept; null for the folder {@code downloads} in the store folder
 * @param size the largest file that is downloaded
 * @param connect how long to wait for a connection
 * @param stall how long to wait for the next bytes
 * @param time how long a download may take in all
 */
@ConfigurationProperties("throughline.downloads")
public record DownloadSettings(
        @Nullable Path directory,
        @DefaultValue("200MB") DataSize size,
        @DefaultValue("10s") Duration connect,
        @DefaultValue("30s") Duration stall,
        @DefaultValue("30m") Duration time) {

    /** The folder for downloaded files. */
    public Path folder(Path storeDirectory) {
        return directory == null ? storeDirectory.resolve("downloads") : directory;
    }
}
