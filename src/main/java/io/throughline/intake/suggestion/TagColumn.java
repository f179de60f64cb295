package io.throughline.intake.suggestion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a column names several networks in one cell.
 *
 * @param separator between them
 * @param tags how many cells have each, with {@code {year}} for a year in it; the most frequent first
 */
record TagColumn(String separator, Map<String, Integer> tags) {

    private static final List<String> SEPARATORS = List.of(";", "|", "\n", "/", ",");
    private static final Pattern YEAR = Pattern.compile("(?<!\\d)(?:19|20)\\d{2}(?!\\d)");

    /** In a column of names, hardly any part of a cell occurs twice. */
    private static final double REPEATED = 1.5;

    /**
     * Splits the cells of a column; null if no separator gives parts that recur.
     *
     * @param isNamedSo whether the name of the column says that it has networks, so that one per cell is enough
     */
    static @Nullable TagColumn of(ColumnSample column, boolean isNamedSo) {
        for (var separator : SEPARATORS) {
            var share = column.share(cell -> cell.contains(separator));
            var tags = split(column, separator);
            var all = tags.values().stream().mapToInt(Integer::intValue).sum();
            // commas are part of many texts
            var fits = separator.equals(",") || separator.equals("/") ? isNamedSo : true;
            if (fits && share > 0 && (isNamedSo || share >= 0.1 && all >= REPEATED * tags.size())) {
                return new TagColumn(separator, tags);
            }
        }
        var whole = split(column, ";");
        return isNamedSo && !whole.isEmpty() && column.values().size() >= REPEATED * whole.size()
                ? new TagColumn(";", whole)
                : null;
    }

    private static Map<String, Integer> split(ColumnSample column, String separator) {
        var counts = new LinkedHashMap<String, Integer>();
        for (var cell : column.values()) {
            var parts = cell.split(Pattern.quote(separator));
            Arrays.stream(parts)
                    .limit(ColumnSample.isCut(cell) ? parts.length - 1 : parts.length)
                    .map(String::strip)
                    .filter(part -> !part.isEmpty())
                    .distinct()
                    .forEach(part -> counts.merge(withoutYear(part), 1, Integer::sum));
        }
        var sorted = new ArrayList<>(counts.entrySet());
        sorted.sort(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()));
        var tags = new LinkedHashMap<String, Integer>();
        sorted.forEach(tag -> tags.put(tag.getKey(), tag.getValue()));
        return tags;
    }

    private static String withoutYear(String tag) {
        var year = YEAR.matcher(tag);
        return year.results().count() == 1 && !tag.matches(".*[{}].*") ? year.replaceFirst("{year}") : tag;
    }
}
