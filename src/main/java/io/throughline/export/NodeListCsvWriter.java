package io.throughline.export;

import static io.throughline.export.GraphAttribute.Type.STRING;

import java.io.IOException;
import java.util.List;

/** The list of nodes. */
final class NodeListCsvWriter extends GraphCsvWriter<ExportNode> {

    private static final List<GraphAttribute<ExportNode>> FIRST = List.of(
            new GraphAttribute<>("Id", STRING, ExportNode::id),
            new GraphAttribute<>("Label", STRING, ExportNode::label));

    NodeListCsvWriter(CsvTable cells, boolean commented) {
        super(cells, commented, FIRST, ExportNode.ATTRIBUTES);
    }

    @Override
    public void node(ExportNode node) throws IOException {
        row(node);
    }

    @Override
    public void edge(ExportEdge edge) {}

    @Override
    public boolean wantsEdges() {
        return false;
    }
}
