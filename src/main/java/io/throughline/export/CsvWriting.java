package io.throughline.export;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Nodes or edges as CSV: the columns that Gephi knows first, then all others. */
abstract class CsvWriting<T> implements GraphWriting {

    private final Cells cells;
    private final boolean commented;
    private final List<Attribute<T>> columns;

    /** @param commented whether it begins with what is said about the data */
    CsvWriting(Cells cells, boolean commented, List<Attribute<T>> first, List<Attribute<T>> others) {
        this.cells = cells;
        this.commented = commented;
        this.columns = new ArrayList<>(first);
        this.columns.addAll(others);
    }

    @Override
    public void begin(Header header) throws IOException {
        cells.begin(
                commented ? header.text() : null,
                columns.stream().map(Attribute::name).toList());
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
