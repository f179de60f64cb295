package io.throughline.export;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * Writes GeoJSON (RFC 7946): nodes are points, edges are lines. Features without a known position have no geometry (the
 * RFC calls them unlocated); no position is invented.
 */
final class GeoJsonWriter extends GraphJsonWriter {

    GeoJsonWriter(JsonGenerator json) {
        super(json);
    }

    @Override
    public void begin(ExportMetadata metadata) {
        json().writeStartObject();
        value("type", "FeatureCollection");
        json().writePOJOProperty("metadata", metadata.values());
        json().writeArrayPropertyStart("features");
    }

    @Override
    public void node(ExportNode node) {
        start(node.id());
        json().writeName("geometry");
        if (node.longitude() == null || node.latitude() == null) {
            json().writeNull();
        } else {
            geometry("Point");
            position(List.of(node.longitude(), node.latitude()));
            json().writeEndObject();
        }
        json().writeObjectPropertyStart("properties");
        value("element", "node");
        value("id", node.id());
        value("label", node.label());
        values(node, ExportNode.ATTRIBUTES);
        endFeature();
    }

    @Override
    public void edge(ExportEdge edge) {
        start(edge.id());
        json().writeName("geometry");
        line(edge.from(), edge.to());
        json().writeObjectPropertyStart("properties");
        value("element", "edge");
        value("id", edge.id());
        value("source", edge.source());
        value("target", edge.target());
        value("label", edge.label());
        value("weight", edge.weight());
        values(edge, ExportEdge.ATTRIBUTES);
        endFeature();
    }

    private void start(String id) {
        json().writeStartObject();
        value("type", "Feature");
        value("id", id);
    }

    private void line(@Nullable List<Double> from, @Nullable List<Double> to) {
        if (from == null || to == null) {
            json().writeNull();
            return;
        }
        geometry("LineString");
        json().writeStartArray();
        position(from);
        position(to);
        json().writeEndArray();
        json().writeEndObject();
    }

    private void geometry(String type) {
        json().writeStartObject();
        value("type", type);
        json().writeName("coordinates");
    }

    private void position(List<Double> position) {
        json().writeStartArray();
        position.forEach(json()::writeNumber);
        json().writeEndArray();
    }

    private void endFeature() {
        json().writeEndObject();
        json().writeEndObject();
    }
}
