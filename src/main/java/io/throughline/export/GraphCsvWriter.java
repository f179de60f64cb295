package io.throughline.export;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes nodes or edges as CSV: first the columns Gephi knows, then all others. */
abstract class GraphCsvWriter<T> implements GraphFormatWriter {

    private final CsvTable table;
    private final boolean commented;
    private final List<GraphAttribute<T>> columns;

    /** @param commented whether to start with the metadata as comments */
    GraphCsvWriter(CsvTable table, boolean commented, List<GraphAttribute<T>> first, List<GraphAttribute<T>> others) {
        this.table = table;
        this.commented = commented;
        this.columns = new ArrayList<>(first);
        this.columns.addAll(others);
    }

    @Override
    public void begin(ExportMetadata metadata) throws IOException {
        table.begin(
                commented ? metadata.text() : null,
                columns.stream().map(GraphAttribute::name).toList());
    }

    void row(T element) throws IOException {
        var row = new ArrayList<@Nullable Object>(columns.size());
        for (var column : columns) {
            row.add(column.of(element));
        }
        table.row(row);
    }

    @Override
    public void end() throws IOException {
        table.end();
    }
}
