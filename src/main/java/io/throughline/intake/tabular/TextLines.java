package io.throughline.intake.tabular;

import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/** The lines of a text, each ended by LF, CRLF or CR. One that is too long is passed over without being held in memory. */
final class TextLines {

    private final Reader in;
    private final int longest;
    private final char[] buffer = new char[1 << 13];
    private int position;
    private int length;
    private int number;

    TextLines(Reader in, int longest) {
        this.in = in;
        this.longest = longest;
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
            text.append(buffer, from, Math.min(position - from, longest - text.length()));
            if (position < length) {
                end = end();
            }
        }
        return new TextLine(++number, text.toString(), end, fault(text, size), 0);
    }

    private @Nullable FileFinding fault(StringBuilder text, long size) {
        if (size > longest) {
            return new FileFinding(
                    "LINE_TOO_LONG", null, "the line has %d characters; expected at most %d".formatted(size, longest));
        }
        if (text.indexOf("\0") >= 0) {
            return new FileFinding(
                    "NUL",
                    null,
                    "character %d of the line is NUL, and no text has that".formatted(text.indexOf("\0") + 1));
        }
        return null;
    }

    private String end() throws IOException {
        var one = buffer[position++];
        if (one == '\r' && fill() && buffer[position] == '\n') {
            position++;
            return "\r\n";
        }
        return one == '\r' ? "\r" : "\n";
    }

    private boolean fill() throws IOException {
        if (position == length) {
            position = 0;
            length = Math.max(0, in.read(buffer));
        }
        return length > 0;
    }
}
