package io.throughline.dataset;

import io.throughline.reference.date.PartialDate;
import io.throughline.reference.id.IdSyntax;
import java.math.BigDecimal;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Writes values of the graph as cells of a dataset, as {@link DatasetColumn} reads them. What a cell would not give back is
 * counted and left empty.
 */
final class DatasetCells {

    private static final Pattern NOT_IN_IDS = Pattern.compile("[^a-z0-9.]+");
    private static final Pattern JOINERS = Pattern.compile("[-.]*([-.])");

    private final Map<String, Integer> lost = new TreeMap<>();

    /**
     * The cells of a line.
     *
     * @param value the value of each column as stored; null if there is none
     */
    List<String> line(DatasetTable table, Function<DatasetColumn, @Nullable Object> value) {
        var cells = new ArrayList<String>(table.columns().size());
        for (var column : table.columns()) {
            cells.add(cell(table, column, value.apply(column)));
        }
        return cells;
    }

    private String cell(DatasetTable table, DatasetColumn column, @Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (column.reference() != null || column.property() == null) {
            return ids(value);
        }
        var text = text(value);
        if (text.isEmpty() || gives(column, text, value)) {
            return text;
        }
        lost.merge("column %s of %s".formatted(column.name(), table.fileOfList()), 1, Integer::sum);
        return "";
    }

    /** How many values could not be written, by column and file. */
    Map<String, Integer> lost() {
        return lost;
    }

    /** Whether a cell with this text is read as this value. */
    private static boolean gives(DatasetColumn column, String text, Object value) {
        try {
            var read = column.read().apply(text);
            if (read instanceof List<?>) {
                return read.equals(value);
            }
            return text(read).equals(text) && !(value instanceof List<?> several && several.size() > 1);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String ids(Object value) {
        return value instanceof List<?> list
                ? String.join(
                        ";", list.stream().map(id -> id(String.valueOf(id))).toList())
                : id(String.valueOf(value));
    }

    /**
     * An id as a dataset has it: unchanged if it can be one, otherwise in lower case with hyphens for all that is not allowed,
     * e.g. {@code c40-2024.c40.actortypes} for {@code c40-2024.c40.actorTypes}.
     */
    static String id(String id) {
        if (IdSyntax.isNew(id) || IdSyntax.isPlace(id)) {
            return id;
        }
        var plain = NOT_IN_IDS.matcher(id.toLowerCase(Locale.ROOT)).replaceAll("-");
        return JOINERS.matcher(plain).replaceAll("$1").replaceAll("^[-.]|[-.]$", "");
    }

    private static String text(Object value) {
        if (value instanceof List<?> list) {
            return String.join(";", list.stream().map(String::valueOf).toList());
        }
        if (value instanceof Boolean flag) {
            return flag ? "YES" : "";
        }
        if (value instanceof Double number) {
            return BigDecimal.valueOf(number).toPlainString();
        }
        if (value instanceof ZonedDateTime time) {
            return time.toInstant().toString();
        }
        return value instanceof PartialDate date ? date.text() : String.valueOf(value);
    }
}
