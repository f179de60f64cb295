package io.throughline.export;

import tools.jackson.core.JsonGenerator;

/** Writes Cytoscape JSON, for the desktop program and cytoscape.js. */
final class CyjsWriter extends GraphJsonWriter {

    CyjsWriter(JsonGenerator json) {
        super(json);
    }

    @Override
    public void begin(ExportMetadata metadata) {
        json().writeStartObject();
        value("format_version", "1.0");
        value("generated_by", "throughline");
        value("target_cytoscapejs_version", "~2.1");
        json().writeObjectPropertyStart("data");
        value("name", metadata.query());
        value("shared_name", metadata.query());
        // Cytoscape keeps only text for a network, not objects
        metadata.scalars().forEach(this::value);
        value("sources", metadata.sourcesText());
        json().writeEndObject();
        json().writeObjectPropertyStart("elements");
        json().writeArrayPropertyStart("nodes");
    }

    @Override
    public void node(ExportNode node) {
        json().writeStartObject();
        json().writeObjectPropertyStart("data");
        value("id", node.id());
        value("name", node.label());
        value("shared_name", node.label());
        value("label", node.label());
        values(node, ExportNode.ATTRIBUTES);
        json().writeEndObject();
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
        json().writeObjectPropertyStart("data");
        value("id", edge.id());
        value("source", edge.source());
        value("target", edge.target());
        value("name", edge.id());
        value("interaction", edge.label());
        value("label", edge.label());
        value("weight", edge.weight());
        values(edge, ExportEdge.ATTRIBUTES);
        json().writeEndObject();
        json().writeEndObject();
    }

    @Override
    public void end() {
        close(1, 2);
    }
}
