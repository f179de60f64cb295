package io.throughline.intake.tabular;

import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/**
 * Reads the lines of a text, which end with LF, CRLF or CR. A line that is too long is skipped without being held in
 * memory.
 */
final class TextLines {

    private final Reader in;
    private final int maxLength;
    private final char[] buffer = new char[1 << 13];
    private int position;
    private int length;
    private int number;

    TextLines(Reader in, int maxLength) {
        this.in = in;
        this.maxLength = maxLength;
    }

    @Nullable TextLine next() throws IOException {
        if (!fill()) {
            return null;
        }
        var text = new StringBuilder(128);
        var size = 0L;
        var end = "";
        while (end.isEmpty() && fill()) {
            var from = position;
            while (position < length && buffer[position] != '\n' && buffer[position] != '\r') {
                position++;
            }
            size += position - from;
            text.append(buffer, from, Math.min(position - from, maxLength - text.length()));
            if (position < length) {
                end = readLineEnd();
            }
        }
        return new TextLine(++number, text.toString(), end, fault(text, size), 0);
    }

    private @Nullable FileFinding fault(StringBuilder text, long size) {
        if (size > maxLength) {
            return new FileFinding(
                    "LINE_TOO_LONG",
                    null,
                    "the line has %d characters; expected at most %d".formatted(size, maxLength));
        }
        if (text.indexOf("\0") >= 0) {
            return new FileFinding(
                    "NUL",
                    null,
                    "character %d of the line is NUL, which does not occur in text".formatted(text.indexOf("\0") + 1));
        }
        return null;
    }

    private String readLineEnd() throws IOException {
        var character = buffer[position++];
        if (character == '\r' && fill() && buffer[position] == '\n') {
            position++;
            return "\r\n";
        }
        return character == '\r' ? "\r" : "\n";
    }

    private boolean fill() throws IOException {
        if (position == length) {
            position = 0;
            length = Math.max(0, in.read(buffer));
        }
        return length > 0;
    }
}
