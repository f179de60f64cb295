package io.throughline.export;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Nodes or edges as CSV: the columns that Gephi knows first, then all others. */
abstract class GraphCsvWriter<T> implements GraphFormatWriter {

    private final CsvTable cells;
    private final boolean commented;
    private final List<GraphAttribute<T>> columns;

    /** @param commented whether it begins with what is said about the data */
    GraphCsvWriter(CsvTable cells, boolean commented, List<GraphAttribute<T>> first, List<GraphAttribute<T>> others) {
        this.cells = cells;
        this.commented = commented;
        this.columns = new ArrayList<>(first);
        this.columns.addAll(others);
    }

    @Override
    public void begin(ExportMetadata header) throws IOException {
        cells.begin(
                commented ? header.text() : null,
                columns.stream().map(GraphAttribute::name).toList());
    }

    void row(T thing) throws IOException {
        var row = new ArrayList<@Nullable Object>(columns.size());
        for (var column : columns) {
            row.add(column.of(thing));
        }
        cells.row(row);
    }

    @Override
    public void end() throws IOException {
        cells.end();
    }
}
