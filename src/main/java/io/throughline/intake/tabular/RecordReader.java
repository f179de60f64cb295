package io.throughline.intake.tabular;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The records of a text with delimiters: a line each, or several where a quoted cell goes on over the line's end.
 *
 * <p>A quote that is opened and never closed costs its own line and not the rest of the file: the lines behind it are
 * then read each by itself, up to the one that showed the fault. So every line is scanned at most three times, whatever
 * the file holds.
 */
final class RecordReader {

    /**
     * A record, or a line of which none can be made.
     *
     * @param line it begins on
     * @param text of the record, with the line ends within it
     * @param cells how many
     * @param quoted how many of them begin with a quote
     * @param fault why the line is none
     * @param oddity what else is to be known of it
     */
    record Found(
            int line,
            String text,
            int cells,
            int quoted,
            @Nullable FileFinding fault,
            @Nullable FileFinding oddity) {

        boolean isBlank() {
            return fault == null && text.isBlank();
        }
    }

    private enum State {
        CELL_BEGINS,
        PLAIN,
        QUOTED,
        QUOTE_IN_QUOTED,
        MALFORMED
    }

    private final TextLines lines;
    private final char delimiter;
    private final char quote;
    private final int longest;
    private final int width;
    private final Deque<TextLine> again = new ArrayDeque<>();

    private State state = State.CELL_BEGINS;
    private int cells;
    private int quoted;
    private boolean strayQuote;

    /** @param width cells that a record of several lines must have to be one; 0 for any */
    RecordReader(Reader text, char delimiter, char quote, int longest, int width) {
        this.lines = new TextLines(text, longest);
        this.delimiter = delimiter;
        this.quote = quote;
        this.longest = longest;
        this.width = width;
    }

    @Nullable Found next() throws IOException {
        var first = take();
        if (first == null) {
            return null;
        }
        if (first.fault() != null) {
            return new Found(first.number(), first.text(), 0, 0, first.fault(), null);
        }
        state = State.CELL_BEGINS;
        cells = 1;
        quoted = 0;
        strayQuote = false;
        scan(first.text());
        if (state == State.MALFORMED) {
            return faulty(
                    first,
                    "MALFORMED_QUOTE",
                    "a cell goes on behind its closing quote; "
                            + "expected a delimiter or the end of the line, and a quote within quotes to be doubled");
        }
        if (first.behind() > 0) {
            return alone(first);
        }
        return state == State.QUOTED ? several(first) : found(first.number(), first.text(), null);
    }

    /** Goes on over the end of the line, as long as the quote is open. */
    private Found several(TextLine first) throws IOException {
        var text = new StringBuilder(first.text()).append(first.end());
        var taken = new ArrayList<TextLine>();
        while (true) {
            var line = take();
            if (line == null
                    || line.fault() != null
                    || text.length() + line.text().length() > longest) {
                return giveBack(first, taken, line);
            }
            text.append(line.text());
            scan(line.text());
            if (state == State.MALFORMED || state != State.QUOTED && width > 0 && cells != width) {
                return giveBack(first, taken, line);
            }
            if (state != State.QUOTED) {
                return found(first.number(), text.toString(), null);
            }
            text.append(line.end());
            taken.add(line);
        }
    }

    private Found giveBack(TextLine first, List<TextLine> taken, @Nullable TextLine last) {
        if (last != null) {
            again.addFirst(last);
        }
        for (var i = taken.size() - 1; i >= 0; i--) {
            again.addFirst(taken.get(i).behind(first.number()));
        }
        return unterminated(first);
    }

    /** A line behind an open quote, where a quote proves nothing any more. */
    private Found alone(TextLine line) {
        if (state == State.QUOTED || strayQuote) {
            return unterminated(line);
        }
        return found(
                line.number(),
                line.text(),
                new FileFinding(
                        "BEHIND_OPEN_QUOTE",
                        null,
                        "line %d opens a quote that is not closed; this line was read by itself"
                                .formatted(line.behind())));
    }

    private static Found unterminated(TextLine line) {
        return faulty(
                line, "UNTERMINATED_QUOTE", "a cell begins with a quote that is not closed, or not where a cell ends");
    }

    private static Found faulty(TextLine line, String code, String message) {
        return new Found(line.number(), line.text(), 0, 0, new FileFinding(code, null, message), null);
    }

    private Found found(int line, String text, @Nullable FileFinding oddity) {
        return new Found(line, text, cells, quoted, null, oddity);
    }

    private @Nullable TextLine take() throws IOException {
        var line = again.poll();
        return line == null ? lines.next() : line;
    }

    /** Moves the state over a line; a quote opens only where a cell begins, as in RFC 4180. */
    private void scan(String text) {
        for (var i = 0; i < text.length(); i++) {
            var at = text.charAt(i);
            if (at == quote) {
                switch (state) {
                    case CELL_BEGINS -> {
                        quoted++;
                        state = State.QUOTED;
                    }
                    case QUOTE_IN_QUOTED -> state = State.QUOTED;
                    case QUOTED -> state = State.QUOTE_IN_QUOTED;
                    default -> strayQuote = true;
                }
            } else if (at == delimiter && state != State.QUOTED) {
                cells++;
                state = State.CELL_BEGINS;
            } else if (state == State.QUOTE_IN_QUOTED) {
                state = State.MALFORMED;
                return;
            } else if (state != State.QUOTED) {
                state = State.PLAIN;
            }
        }
    }
}
