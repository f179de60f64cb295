package io.throughline.export;

import static io.throughline.export.GraphAttribute.Type.STRING;

import java.io.IOException;
import java.util.List;

/** Writes the node list. */
final class NodeListCsvWriter extends GraphCsvWriter<ExportNode> {

    private static final List<GraphAttribute<ExportNode>> FIRST = List.of(
            new GraphAttribute<>("Id", STRING, ExportNode::id),
            new GraphAttribute<>("Label", STRING, ExportNode::label));

    NodeListCsvWriter(CsvTable table, boolean commented) {
        super(table, commented, FIRST, ExportNode.ATTRIBUTES);
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
