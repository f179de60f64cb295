package io.throughline.intake.mapping;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A text made of cells as printed: <code>{column}</code> stands for a cell, and a part in square brackets is left out
 * when a cell in it is empty, or when it is written <code>{column!}</code> and says only what the text has said already.
 */
final class TextTemplate {

    /** @param isNew whether it must not repeat what has been said */
    private record Piece(String text, @Nullable String column, boolean isNew) {}

    private record Part(boolean optional, List<Piece> pieces) {}

    private final List<Part> parts;

    private TextTemplate(List<Part> parts) {
        this.parts = parts;
    }

    /**
     * Reads a template.
     *
     * @throws IllegalArgumentException if a brace or bracket has no other
     */
    static TextTemplate parse(String text) {
        var parts = new ArrayList<Part>();
        var at = 0;
        while (at < text.length()) {
            var open = text.indexOf('[', at);
            var end = open < 0 ? text.length() : open;
            if (end > at) {
                parts.add(new Part(false, pieces(text.substring(at, end))));
            }
            if (open < 0) {
                break;
            }
            var close = text.indexOf(']', open);
            if (close < 0) {
                throw new IllegalArgumentException("'%s' has a [ without a ]".formatted(text));
            }
            parts.add(new Part(true, pieces(text.substring(open + 1, close))));
            at = close + 1;
        }
        return new TextTemplate(parts);
    }

    /** A cell as it is. */
    static TextTemplate ofColumn(String column) {
        return new TextTemplate(List.of(new Part(false, List.of(new Piece("", column, false)))));
    }

    /** The text for a row; null when nothing is left of it. */
    @Nullable String of(RowCells cells) {
        var text = new StringBuilder();
        var said = new HashSet<String>();
        for (var part : parts) {
            if (!part.optional || saysMore(part, cells, said)) {
                for (var piece : part.pieces) {
                    var cell = piece.column == null ? piece.text : cells.printed(piece.column);
                    if (cell != null) {
                        text.append(cell);
                        said.add(cell);
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

    private static boolean saysMore(Part part, RowCells cells, Set<String> said) {
        for (var piece : part.pieces) {
            if (piece.column != null) {
                var cell = cells.printed(piece.column);
                if (cell == null || (piece.isNew && said.contains(cell))) {
                    return false;
                }
            }
        }
        return true;
    }

    private static List<Piece> pieces(String text) {
        var pieces = new ArrayList<Piece>();
        var at = 0;
        while (at < text.length()) {
            var open = text.indexOf('{', at);
            if (open < 0) {
                pieces.add(new Piece(text.substring(at), null, false));
                break;
            }
            var close = text.indexOf('}', open);
            if (close < 0) {
                throw new IllegalArgumentException("'%s' has a { without a }".formatted(text));
            }
            if (open > at) {
                pieces.add(new Piece(text.substring(at, open), null, false));
            }
            var column = text.substring(open + 1, close).strip();
            var isNew = column.endsWith("!");
            pieces.add(new Piece("", isNew ? column.substring(0, column.length() - 1) : column, isNew));
            at = close + 1;
        }
        return pieces;
    }
}
