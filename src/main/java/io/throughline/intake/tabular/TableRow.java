package io.throughline.intake.tabular;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A usable line.
 *
 * @param number the line of the file it starts on, or the row of the sheet, from 1
 * @param cells the text as printed by column name, in the order of the columns; an empty cell is ""
 * @param findings about the row
 * @param json the complete object of a JSON line, which {@code cells} flattens; null in other formats
 */
public record TableRow(
        int number,
        Map<String, String> cells,
        List<FileFinding> findings,
        @Nullable JsonNode json) implements TableLine {

    /** A row of a table without JSON. */
    public TableRow(int number, Map<String, String> cells, List<FileFinding> findings) {
        this(number, cells, findings, null);
    }
}
