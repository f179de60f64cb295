package io.throughline.export;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The list of edges as CSV, with the columns that Gephi knows first; igraph takes the first two for the ends. */
final class EdgeCsvWriting implements GraphWriting {

    private final Cells cells;
    private final boolean commented;

    EdgeCsvWriting(Cells cells, boolean commented) {
        this.cells = cells;
        this.commented = commented;
    }

    @Override
    public void begin(Header header) throws IOException {
        if (commented) {
            cells.comment(header.text());
        }
        var names = new ArrayList<>(List.of("Source", "Target", "Type", "Id", "Label", "Weight"));
        Edge.ATTRIBUTES.forEach(attribute -> names.add(attribute.name()));
        cells.row(names);
    }

    @Override
    public void node(Node node) {}

    @Override
    public void edge(Edge edge) throws IOException {
        var row = new ArrayList<Object>(List.of(
                edge.source(),
                edge.target(),
                edge.undirected() ? "Undirected" : "Directed",
                edge.id(),
                edge.label(),
                edge.weight()));
        Edge.ATTRIBUTES.forEach(attribute -> row.add(attribute.of(edge)));
        cells.row(row);
    }

    @Override
    public void end() throws IOException {
        cells.end();
    }

    @Override
    public boolean wantsNodes() {
        return false;
    }
}
