package io.throughline.export;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The list of nodes as CSV, with the columns that Gephi knows first. */
final class NodeCsvWriting implements GraphWriting {

    private final Cells cells;
    private final boolean commented;

    NodeCsvWriting(Cells cells, boolean commented) {
        this.cells = cells;
        this.commented = commented;
    }

    @Override
    public void begin(Header header) throws IOException {
        if (commented) {
            cells.comment(header.text());
        }
        var names = new ArrayList<>(List.of("Id", "Label"));
        Node.ATTRIBUTES.forEach(attribute -> names.add(attribute.name()));
        cells.row(names);
    }

    @Override
    public void node(Node node) throws IOException {
        var row = new ArrayList<Object>(List.of(node.id(), node.label()));
        Node.ATTRIBUTES.forEach(attribute -> row.add(attribute.of(node)));
        cells.row(row);
    }

    @Override
    public void edge(Edge edge) {}

    @Override
    public void end() throws IOException {
        cells.end();
    }

    @Override
    public boolean wantsEdges() {
        return false;
    }
}
