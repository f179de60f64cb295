package io.throughline.export;

import static io.throughline.export.Attribute.Type.DOUBLE;
import static io.throughline.export.Attribute.Type.STRING;

import java.io.IOException;
import java.util.List;

/** The list of edges; igraph takes the first two columns for the ends. */
final class EdgeCsvWriting extends CsvWriting<Edge> {

    private static final List<Attribute<Edge>> FIRST = List.of(
            new Attribute<>("Source", STRING, Edge::source),
            new Attribute<>("Target", STRING, Edge::target),
            new Attribute<>("Type", STRING, edge -> edge.undirected() ? "Undirected" : "Directed"),
            new Attribute<>("Id", STRING, Edge::id),
            new Attribute<>("Label", STRING, Edge::label),
            new Attribute<>("Weight", DOUBLE, Edge::weight));

    EdgeCsvWriting(Cells cells, boolean commented) {
        super(cells, commented, FIRST, Edge.ATTRIBUTES);
    }

    @Override
    public void node(Node node) {}

    @Override
    public void edge(Edge edge) throws IOException {
        row(edge);
    }

    @Override
    public boolean wantsNodes() {
        return false;
    }
}
