package io.throughline.intake.tabular;

import org.jspecify.annotations.Nullable;

/**
 * Something about a file, a line or a cell that a person should know. The codes are listed in {@code docs/importing.md}.
 *
 * @param code stable, e.g. {@code INVALID_BYTE}
 * @param column name of the column, where it is about a cell
 * @param message a clause that says what was found and what became of it, or what was expected; without the place
 */
public record FileFinding(String code, @Nullable String column, String message) {}
