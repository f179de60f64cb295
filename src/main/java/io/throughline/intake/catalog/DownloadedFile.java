package io.throughline.intake.catalog;

import java.nio.file.Path;

/**
 * A complete file of a list.
 *
 * @param path where it is
 * @param sha256 of the file, in lower-case hexadecimal
 * @param size in bytes
 */
public record DownloadedFile(Path path, String sha256, long size) {}
