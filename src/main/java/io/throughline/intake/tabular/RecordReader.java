package io.throughline.intake.tabular;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the records of a text with delimiters: one line each, or several if a quoted cell spans lines.
 *
 * <p>A quote that is never closed costs only its own line and not the rest of the file: the lines after it, up to the
 * one that revealed the fault, are then read separately. So every line is scanned at most three times, whatever the
 * file contains.
 */
final class RecordReader {

    private enum State {
        CELL_START,
        PLAIN,
        QUOTED,
        QUOTE_IN_QUOTED,
        MALFORMED
    }

    private final TextLines lines;
    private final char delimiter;
    private final char quote;
    private final int maxLength;
    private final int width;
    private final Deque<TextLine> unread = new ArrayDeque<>();

    private State state = State.CELL_START;
    private int cells;
    private int quoted;
    private boolean strayQuote;

    /** @param width number of cells that a record must have to span several lines; 0 for any */
    RecordReader(Reader text, char delimiter, char quote, int maxLength, int width) {
        this.lines = new TextLines(text, maxLength);
        this.delimiter = delimiter;
        this.quote = quote;
        this.maxLength = maxLength;
        this.width = width;
    }

    @Nullable RawRecord next() throws IOException {
        var first = nextLine();
        if (first == null) {
            return null;
        }
        if (first.fault() != null) {
            return new RawRecord(first.number(), first.text(), 0, 0, first.fault(), null);
        }
        state = State.CELL_START;
        cells = 1;
        quoted = 0;
        strayQuote = false;
        scan(first.text());
        if (state == State.MALFORMED) {
            return faulty(
                    first,
                    "MALFORMED_QUOTE",
                    "text follows the closing quote of a cell; "
                            + "expected a delimiter or the end of the line (double a quote that is part of the text)");
        }
        if (first.openQuoteLine() > 0) {
            return separate(first);
        }
        return state == State.QUOTED ? spanLines(first) : toRecord(first.number(), first.text(), null);
    }

    /** Reads further lines as long as the quote is open. */
    private RawRecord spanLines(TextLine first) throws IOException {
        var text = new StringBuilder(first.text()).append(first.end());
        var taken = new ArrayList<TextLine>();
        while (true) {
            var line = nextLine();
            if (line == null
                    || line.fault() != null
                    || text.length() + line.text().length() > maxLength) {
                return unreadAfterFirst(first, taken, line);
            }
            text.append(line.text());
            scan(line.text());
            if (state == State.MALFORMED || state != State.QUOTED && width > 0 && cells != width) {
                return unreadAfterFirst(first, taken, line);
            }
            if (state != State.QUOTED) {
                return toRecord(first.number(), text.toString(), null);
            }
            text.append(line.end());
            taken.add(line);
        }
    }

    private RawRecord unreadAfterFirst(TextLine first, List<TextLine> taken, @Nullable TextLine last) {
        if (last != null) {
            unread.addFirst(last);
        }
        for (var i = taken.size() - 1; i >= 0; i--) {
            unread.addFirst(taken.get(i).afterOpenQuote(first.number()));
        }
        return unterminated(first);
    }

    /** Reads a line after an unclosed quote separately: a stray quote in it cannot be interpreted. */
    private RawRecord separate(TextLine line) {
        if (state == State.QUOTED || strayQuote) {
            return unterminated(line);
        }
        return toRecord(
                line.number(),
                line.text(),
                new FileFinding(
                        "BEHIND_OPEN_QUOTE",
                        null,
                        "line %d opens a quote that is never closed; this line was read separately"
                                .formatted(line.openQuoteLine())));
    }

    private static RawRecord unterminated(TextLine line) {
        return faulty(
                line,
                "UNTERMINATED_QUOTE",
                "a cell starts with a quote that is not closed, or not closed at the end of a cell");
    }

    private static RawRecord faulty(TextLine line, String code, String message) {
        return new RawRecord(line.number(), line.text(), 0, 0, new FileFinding(code, null, message), null);
    }

    private RawRecord toRecord(int line, String text, @Nullable FileFinding finding) {
        return new RawRecord(line, text, cells, quoted, null, finding);
    }

    private @Nullable TextLine nextLine() throws IOException {
        var line = unread.poll();
        return line == null ? lines.next() : line;
    }

    /** Advances the state over a line; a quote opens only at the start of a cell, as in RFC 4180. */
    private void scan(String text) {
        for (var i = 0; i < text.length(); i++) {
            var character = text.charAt(i);
            if (character == quote) {
                switch (state) {
                    case CELL_START -> {
                        quoted++;
                        state = State.QUOTED;
                    }
                    case QUOTE_IN_QUOTED -> state = State.QUOTED;
                    case QUOTED -> state = State.QUOTE_IN_QUOTED;
                    default -> strayQuote = true;
                }
            } else if (character == delimiter && state != State.QUOTED) {
                cells++;
                state = State.CELL_START;
            } else if (state == State.QUOTE_IN_QUOTED) {
                state = State.MALFORMED;
                return;
            } else if (state != State.QUOTED) {
                state = State.PLAIN;
            }
        }
    }
}
