package io.throughline.intake.suggestion;

/**
 * What a column seems to mean.
 *
 * @param column its name
 * @param reason a clause that says why, for people
 */
public record RecognizedColumn(String column, ColumnMeaning meaning, String reason) {}
