package io.throughline.intake.tabular;

import org.jspecify.annotations.Nullable;

/**
 * Something that people should know about a file, a line or a cell. The codes are listed in {@code docs/importing.md}.
 *
 * @param code stable, e.g. {@code INVALID_BYTE}
 * @param column name of the column; null if the finding is not about a cell
 * @param message a clause that says what was found and either what was done with it or what was expected; it does not
 *     name the line
 */
public record FileFinding(String code, @Nullable String column, String message) {}
