package io.throughline.intake.suggestion;

import io.throughline.intake.tabular.FileFinding;
import java.util.List;

/**
 * A mapping proposed for a file.
 *
 * @param text the mapping in YAML, with comments that give reasons
 * @param columns what each column of the file seems to mean, in order
 * @param fileFindings about the file as a whole
 */
public record MappingSuggestion(String text, List<RecognizedColumn> columns, List<FileFinding> fileFindings) {}
