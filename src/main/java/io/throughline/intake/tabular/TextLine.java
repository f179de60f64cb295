package io.throughline.intake.tabular;

import org.jspecify.annotations.Nullable;

/**
 * A line of a text, up to where it ends.
 *
 * @param number from 1
 * @param text without the end; of a line with a fault the beginning
 * @param end as it stands in the file; nothing behind the last line
 * @param fault why no line of a table can be made of it
 * @param behind the line with the open quote that this one was thought to belong to, or 0
 */
record TextLine(
        int number, String text, String end, @Nullable FileFinding fault, int behind) {

    TextLine behind(int line) {
        return new TextLine(number, text, end, fault, line);
    }
}
