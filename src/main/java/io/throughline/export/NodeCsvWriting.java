package io.throughline.export;

import static io.throughline.export.Attribute.Type.STRING;

import java.io.IOException;
import java.util.List;

/** The list of nodes. */
final class NodeCsvWriting extends CsvWriting<Node> {

    private static final List<Attribute<Node>> FIRST =
            List.of(new Attribute<>("Id", STRING, Node::id), new Attribute<>("Label", STRING, Node::label));

    NodeCsvWriting(Cells cells, boolean commented) {
        super(cells, commented, FIRST, Node.ATTRIBUTES);
    }

    @Override
    public void node(Node node) throws IOException {
        row(node);
    }

    @Override
    public void edge(Edge edge) {}

    @Override
    public boolean wantsEdges() {
        return false;
    }
}
