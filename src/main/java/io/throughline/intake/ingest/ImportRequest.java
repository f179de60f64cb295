package io.throughline.intake.ingest;

import io.throughline.intake.mapping.Mapping;
import java.nio.file.Path;

/**
 * What a person wants to have imported.
 *
 * @param file where it is now
 * @param fileName what it is called for people
 * @param person who answers for it
 * @param apply false for a dry run, which records nothing
 */
public record ImportRequest(Path file, String fileName, Mapping mapping, String person, boolean apply) {}
