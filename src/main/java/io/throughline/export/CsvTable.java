package io.throughline.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file (RFC 4180). Text that a spreadsheet would interpret as a formula is prefixed with an apostrophe; numbers
 * and booleans are unchanged.
 */
public final class CsvTable {

    /** Characters that start a formula in some spreadsheet, including full-width ones, even after whitespace. */
    private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

    private final CsvWriter csv;

    /** Writes to a stream, which is not closed. */
    public CsvTable(OutputStream out) {
        this.csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(out);
    }

    /**
     * Writes the header row.
     *
     * @param comment text for comment lines before the header, which not every reader can skip; null for none
     */
    void begin(@Nullable String comment, List<String> columns) throws IOException {
        if (comment != null) {
            for (var line : comment.split("\\R")) {
                // one comment per line, so that no line of the text can escape its comment
                write(() -> csv.writeComment(" " + line));
            }
        }
        row(columns);
    }

    /** Writes one row of text, numbers and booleans; null is an empty cell. */
    public void row(List<? extends @Nullable Object> values) throws IOException {
        var cells = new ArrayList<String>(values.size());
        for (var value : values) {
            cells.add(cell(value));
        }
        write(() -> csv.writeRecord(cells));
    }

    /** Flushes what is still buffered. */
    public void end() throws IOException {
        write(() -> {
            try {
                csv.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static String cell(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        var text = value.toString();
        return value instanceof String && isFormula(text) ? "'" + text : text;
    }

    /**
     * Also true for text that already starts with apostrophes, so that removing one apostrophe restores the original.
     */
    private static boolean isFormula(String text) {
        var at = 0;
        while (at < text.length() && text.charAt(at) == '\'') {
            at++;
        }
        for (; at < text.length(); at++) {
            var sign = text.charAt(at);
            if (FORMULA.indexOf(sign) >= 0) {
                return true;
            }
            if (!Character.isWhitespace(sign) && !Character.isSpaceChar(sign) && sign != '\uFEFF') {
                return false;
            }
        }
        return false;
    }

    private static void write(Runnable writing) throws IOException {
        try {
            writing.run();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
