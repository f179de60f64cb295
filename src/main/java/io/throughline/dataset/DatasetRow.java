package io.throughline.dataset;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One row of a file, with its cells read and checked.
 *
 * @param line the line of the file on which the row begins, counted from 1
 * @param cells the values read, by column; empty cells are absent
 */
record DatasetRow(DatasetTable table, String file, long line, Map<String, Object> cells) {

    /** The id of the node that the row becomes; null if it does not become one of its own. */
    @Nullable String id() {
        return table.id() == null ? null : table.id().apply(this);
    }

    /**
     * The id of what the claim of the row supports, in tables of facts.
     *
     * @throws InvalidDatasetException if it is empty
     */
    String supported() {
        var id = id();
        return id == null ? required("subject") : id;
    }

    /** The value of a cell; null if it is empty. */
    @Nullable Object cell(DatasetColumn column) {
        return cells.get(column.name());
    }

    /** The text of a cell; null if it is empty. */
    @Nullable String text(String column) {
        return (String) cells.get(column);
    }

    /**
     * The text of a cell that must not be empty.
     *
     * @throws InvalidDatasetException if it is empty
     */
    String required(String column) {
        if (cells.get(column) instanceof String text) {
            return text;
        }
        throw invalid(column, "the cell is empty (a value is required)");
    }

    /** The ids in a cell, in order; empty if the cell is. */
    List<String> ids(String column) {
        var cell = cells.get(column);
        if (cell == null) {
            return List.of();
        }
        return cell instanceof List<?> list ? list.stream().map(String::valueOf).toList() : List.of((String) cell);
    }

    InvalidDatasetException invalid(String column, String reason) {
        return new InvalidDatasetException(file, line, column, reason);
    }
}
