package io.throughline.export;

import static io.throughline.export.GraphAttribute.Type.DOUBLE;
import static io.throughline.export.GraphAttribute.Type.STRING;

import java.io.IOException;
import java.util.List;

/** Writes the edge list; igraph reads the first two columns as the ends. */
final class EdgeListCsvWriter extends GraphCsvWriter<ExportEdge> {

    private static final List<GraphAttribute<ExportEdge>> FIRST = List.of(
            new GraphAttribute<>("Source", STRING, ExportEdge::source),
            new GraphAttribute<>("Target", STRING, ExportEdge::target),
            new GraphAttribute<>("Type", STRING, edge -> edge.undirected() ? "Undirected" : "Directed"),
            new GraphAttribute<>("Id", STRING, ExportEdge::id),
            new GraphAttribute<>("Label", STRING, ExportEdge::label),
            new GraphAttribute<>("Weight", DOUBLE, ExportEdge::weight));

    EdgeListCsvWriter(CsvTable table, boolean commented) {
        super(table, commented, FIRST, ExportEdge.ATTRIBUTES);
    }

    @Override
    public void node(ExportNode node) {}

    @Override
    public void edge(ExportEdge edge) throws IOException {
        row(edge);
    }

    @Override
    public boolean wantsNodes() {
        return false;
    }
}
