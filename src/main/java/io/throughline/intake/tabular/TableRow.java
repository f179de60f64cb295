package io.throughline.intake.tabular;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A usable line.
 *
 * @param number the line of the file it begins on, or the row of the sheet; the first is 1
 * @param cells each column of the header with the text as printed, in order of the columns; an empty cell is ""
 * @param findings what is odd about it
 * @param json the object of this line of JSON with nothing lost, which {@code cells} flattens; null in other formats
 */
public record TableRow(
        int number,
        Map<String, String> cells,
        List<FileFinding> findings,
        @Nullable JsonNode json) implements TableLine {

    /** A row of a table. */
    public TableRow(int number, Map<String, String> cells, List<FileFinding> findings) {
        this(number, cells, findings, null);
    }
}
