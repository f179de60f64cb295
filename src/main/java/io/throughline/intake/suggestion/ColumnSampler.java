package io.throughline.intake.suggestion;

import io.throughline.intake.tabular.PublishedFile;
import io.throughline.intake.tabular.TableRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keeps the first cells of each column, in a bounded part of memory, however many and long they are. */
final class ColumnSampler {

    private static final int MAX_LINES = 5_000;

    /** Characters of all cells together. */
    private static final long MAX_SIZE = 20_000_000;

    /** How many characters would take as much memory as a cell does besides its own. */
    private static final int CELL_SIZE = 40;

    private final Map<String, List<String>> cells = new LinkedHashMap<>();
    private final long maxSize;
    private long size;

    private ColumnSampler(List<String> header, long maxSize) {
        header.forEach(column -> cells.put(column, new ArrayList<>()));
        this.maxSize = maxSize;
    }

    static List<ColumnSample> sample(PublishedFile table) {
        return sample(table, MAX_SIZE);
    }

    /** The columns of a table, with the rows that begin within this size. */
    static List<ColumnSample> sample(PublishedFile table, long maxSize) {
        var sampler = new ColumnSampler(table.header(), maxSize);
        try (var lines = table.lines()) {
            lines.limit(MAX_LINES)
                    .takeWhile(line -> sampler.size < sampler.maxSize)
                    .filter(TableRow.class::isInstance)
                    .map(TableRow.class::cast)
                    .forEach(sampler::add);
        }
        return sampler.cells.entrySet().stream()
                .map(column -> ColumnSample.of(column.getKey(), column.getValue()))
                .toList();
    }

    private void add(TableRow row) {
        row.cells().forEach((column, cell) -> {
            var text = ColumnSample.text(cell);
            var texts = cells.computeIfAbsent(column, added -> new ArrayList<>());
            if (!text.isEmpty()) {
                texts.add(text);
                size += CELL_SIZE + text.length();
            }
        });
    }
}
