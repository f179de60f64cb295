package io.throughline.intake.tabular;

import org.jspecify.annotations.Nullable;

/**
 * A line of a text.
 *
 * @param number from 1
 * @param text without the line end; may be only the start if the line has a fault
 * @param end the line end as in the file; empty if the last line has none
 * @param fault why it cannot be a line of a table; null if it can
 * @param openQuoteLine the earlier line with an unclosed quote that seemed to include this one; 0 if there is none
 */
record TextLine(
        int number, String text, String end, @Nullable FileFinding fault, int openQuoteLine) {

    TextLine afterOpenQuote(int line) {
        return new TextLine(number, text, end, fault, line);
    }
}
