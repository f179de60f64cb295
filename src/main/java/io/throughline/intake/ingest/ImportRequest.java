package io.throughline.intake.ingest;

import io.throughline.intake.mapping.Mapping;
import java.nio.file.Path;

/**
 * What to import.
 *
 * @param file the file to read
 * @param fileName the name to show to people
 * @param person who is responsible for the import
 * @param apply false for a dry run, which records nothing
 */
public record ImportRequest(Path file, String fileName, Mapping mapping, String person, boolean apply) {}
