package io.throughline.intake.mapping;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A text made of cells as printed: <code>{column}</code> stands for a cell. A part in square brackets is left out if a
 * cell in it is empty, or if a cell written <code>{column!}</code> only repeats an earlier part of the text.
 */
final class TextTemplate {

    /** @param mustBeNew whether it must not repeat an earlier piece */
    private record Piece(String text, @Nullable String column, boolean mustBeNew) {}

    private record Part(boolean optional, List<Piece> pieces) {}

    private final List<Part> parts;

    private TextTemplate(List<Part> parts) {
        this.parts = parts;
    }

    /**
     * Reads a template.
     *
     * @throws IllegalArgumentException if a brace or bracket is not closed
     */
    static TextTemplate parse(String text) {
        var parts = new ArrayList<Part>();
        var position = 0;
        while (position < text.length()) {
            var open = text.indexOf('[', position);
            var end = open < 0 ? text.length() : open;
            if (end > position) {
                parts.add(new Part(false, pieces(text.substring(position, end))));
            }
            if (open < 0) {
                break;
            }
            var close = text.indexOf(']', open);
            if (close < 0) {
                throw new IllegalArgumentException("'%s' has a [ without a ]".formatted(text));
            }
            parts.add(new Part(true, pieces(text.substring(open + 1, close))));
            position = close + 1;
        }
        return new TextTemplate(parts);
    }

    /** A template that is just one cell. */
    static TextTemplate ofColumn(String column) {
        return new TextTemplate(List.of(new Part(false, List.of(new Piece("", column, false)))));
    }

    /** The text for a row; null if it is empty. */
    @Nullable String render(RowCells cells) {
        var text = new StringBuilder();
        var rendered = new HashSet<String>();
        for (var part : parts) {
            if (!part.optional || isIncluded(part, cells, rendered)) {
                for (var piece : part.pieces) {
                    var cell = piece.column == null ? piece.text : cells.printed(piece.column);
                    if (cell != null) {
                        text.append(cell);
                        rendered.add(cell);
                    }
                }
            }
        }
        return text.isEmpty() ? null : text.toString();
    }

    Set<String> columns() {
        var columns = new LinkedHashSet<String>();
        for (var part : parts) {
            for (var piece : part.pieces) {
                if (piece.column != null) {
                    columns.add(piece.column);
                }
            }
        }
        return columns;
    }

    private static boolean isIncluded(Part part, RowCells cells, Set<String> rendered) {
        for (var piece : part.pieces) {
            if (piece.column != null) {
                var cell = cells.printed(piece.column);
                if (cell == null || (piece.mustBeNew && rendered.contains(cell))) {
                    return false;
                }
            }
        }
        return true;
    }

    private static List<Piece> pieces(String text) {
        var pieces = new ArrayList<Piece>();
        var position = 0;
        while (position < text.length()) {
            var open = text.indexOf('{', position);
            if (open < 0) {
                pieces.add(new Piece(text.substring(position), null, false));
                break;
            }
            var close = text.indexOf('}', open);
            if (close < 0) {
                throw new IllegalArgumentException("'%s' has a { without a }".formatted(text));
            }
            if (open > position) {
                pieces.add(new Piece(text.substring(position, open), null, false));
            }
            var column = text.substring(open + 1, close).strip();
            var mustBeNew = column.endsWith("!");
            pieces.add(new Piece("", mustBeNew ? column.substring(0, column.length() - 1) : column, mustBeNew));
            position = close + 1;
        }
        return pieces;
    }
}
