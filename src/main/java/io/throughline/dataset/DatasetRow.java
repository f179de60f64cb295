package io.throughline.dataset;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One line of a file, read and checked cell by cell.
 *
 * @param line of the file, from 1, on which the row begins
 * @param cells what was read, by column; an empty cell is absent
 */
record DatasetRow(DatasetTable table, String file, long line, Map<String, Object> cells) {

    /** The text of a cell that may be empty. */
    @Nullable String text(String column) {
        return (String) cells.get(column);
    }

    /**
     * The text of a cell that is never empty.
     *
     * @throws InvalidDatasetException if it is
     */
    String required(String column) {
        if (cells.get(column) instanceof String text) {
            return text;
        }
        throw mistake(column, "the cell is empty and must not be");
    }

    /** The ids of a cell, in order; empty when it refers to nothing. */
    List<String> ids(String column) {
        var cell = cells.get(column);
        if (cell == null) {
            return List.of();
        }
        return cell instanceof List<?> list ? list.stream().map(String::valueOf).toList() : List.of((String) cell);
    }

    InvalidDatasetException mistake(String column, String reason) {
        return new InvalidDatasetException(file, line, column, reason);
    }
}
