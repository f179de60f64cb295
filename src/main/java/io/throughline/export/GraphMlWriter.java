package io.throughline.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * Writes GraphML, for igraph, NetworkX, yEd and Gephi. All edges are directed, since NetworkX cannot read a graph with
 * both kinds.
 */
final class GraphMlWriter implements GraphFormatWriter {

    private static final String OF_NODES = "n_";
    private static final String OF_EDGES = "e_";
    private static final String OF_GRAPH = "g_";

    private final XmlElementWriter xml;

    GraphMlWriter(OutputStream out) throws IOException {
        this.xml = new XmlElementWriter(out);
    }

    @Override
    public void begin(ExportMetadata metadata) throws IOException {
        xml.root("graphml", "http://graphml.graphdrawing.org/xmlns");
        var about = metadata.scalars();
        about.put("sources", metadata.sourcesText());
        for (var name : about.keySet()) {
            key("graph", OF_GRAPH, name, "string");
        }
        declare("node", OF_NODES, ExportNode.ATTRIBUTES);
        declare("edge", OF_EDGES, ExportEdge.ATTRIBUTES);
        key("edge", OF_EDGES, "weight", "double");
        xml.start("graph", "id", "throughline", "edgedefault", "directed");
        for (var value : about.entrySet()) {
            xml.text("data", value.getValue().toString(), "key", OF_GRAPH + value.getKey());
        }
    }

    private <T> void declare(String of, String prefix, List<GraphAttribute<T>> attributes) throws IOException {
        key(of, prefix, "label", "string");
        for (var attribute : attributes) {
            key(of, prefix, attribute.name(), attribute.type().graphMl());
        }
    }

    private void key(String of, String prefix, String name, String type) throws IOException {
        xml.empty("key", "id", prefix + name, "for", of, "attr.name", name, "attr.type", type);
    }

    @Override
    public void node(ExportNode node) throws IOException {
        xml.start("node", "id", node.id());
        xml.text("data", node.label(), "key", OF_NODES + "label");
        values(node, OF_NODES, ExportNode.ATTRIBUTES);
        xml.end();
    }

    @Override
    public void edge(ExportEdge edge) throws IOException {
        xml.start("edge", "id", edge.id(), "source", edge.source(), "target", edge.target());
        xml.text("data", edge.label(), "key", OF_EDGES + "label");
        xml.text("data", String.valueOf(edge.weight()), "key", OF_EDGES + "weight");
        values(edge, OF_EDGES, ExportEdge.ATTRIBUTES);
        xml.end();
    }

    private <T> void values(T element, String prefix, List<GraphAttribute<T>> attributes) throws IOException {
        for (var attribute : attributes) {
            var value = attribute.of(element);
            if (value != null) {
                xml.text("data", value.toString(), "key", prefix + attribute.name());
            }
        }
    }

    @Override
    public void end() throws IOException {
        xml.endAll();
    }
}
