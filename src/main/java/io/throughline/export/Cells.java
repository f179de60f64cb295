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
 * A CSV file (RFC 4180). A text that a spreadsheet would take for a formula gets an apostrophe in front; numbers and
 * booleans stay what they are.
 */
public final class Cells {

    /** What begins a formula in one spreadsheet or another, in full width too, whatever blanks stand before it. */
    private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

    private final CsvWriter csv;

    /** Into a stream, which is not closed. */
    public Cells(OutputStream out) {
        this.csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(out);
    }

    /** Lines of comment in front of the names of the columns, which not every reader knows how to skip. */
    void comment(String text) throws IOException {
        for (var line : text.split("\\R")) {
            // a line of its own for each, which no line within the text can leave
            write(() -> csv.writeComment(" " + line));
        }
    }

    /** One row: texts, numbers, booleans; null is an empty cell. */
    public void row(List<? extends @Nullable Object> values) throws IOException {
        var cells = new ArrayList<String>(values.size());
        for (var value : values) {
            cells.add(cell(value));
        }
        write(() -> csv.writeRecord(cells));
    }

    /** Writes what is still held back. */
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

    private static boolean isFormula(String text) {
        for (var i = 0; i < text.length(); i++) {
            var at = text.charAt(i);
            if (FORMULA.indexOf(at) >= 0) {
                return true;
            }
            if (!Character.isWhitespace(at) && !Character.isSpaceChar(at) && at != '\uFEFF') {
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
