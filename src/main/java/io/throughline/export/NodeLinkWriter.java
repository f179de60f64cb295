package io.throughline.export;

import tools.jackson.core.JsonGenerator;

/** JSON as {@code networkx.node_link_graph} reads it: a directed multigraph, each edge with its id as key. */
final class NodeLinkWriter extends GraphJsonWriter {

    NodeLinkWriter(JsonGenerator json) {
        super(json);
    }

    @Override
    public void begin(ExportMetadata header) {
        json().writeStartObject();
        value("directed", true);
        value("multigraph", true);
        json().writePOJOProperty("graph", header.values());
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
