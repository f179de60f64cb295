package io.throughline.export;

import tools.jackson.core.JsonGenerator;

/** Writes JSON for {@code networkx.node_link_graph}: a directed multigraph, with the id of each edge as its key. */
final class NodeLinkWriter extends GraphJsonWriter {

    NodeLinkWriter(JsonGenerator json) {
        super(json);
    }

    @Override
    public void begin(ExportMetadata metadata) {
        json().writeStartObject();
        value("directed", true);
        value("multigraph", true);
        json().writePOJOProperty("graph", metadata.values());
        json().writeArrayPropertyStart("nodes");
    }

    @Override
    public void node(ExportNode node) {
        json().writeStartObject();
        value("id", node.id());
        value("label", node.label());
        values(node, ExportNode.ATTRIBUTES);
        json().writeEndObject();
    }

    @Override
    public void nodesDone() {
        json().writeEndArray();
        json().writeArrayPropertyStart("edges");
    }

    @Override
    public void edge(ExportEdge edge) {
        json().writeStartObject();
        value("source", edge.source());
        value("target", edge.target());
        value("key", edge.id());
        value("label", edge.label());
        value("weight", edge.weight());
        values(edge, ExportEdge.ATTRIBUTES);
        json().writeEndObject();
    }
}
