package io.throughline.export;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Writes GEXF 1.3 with intervals of days, for Gephi: {@code start} and {@code end} as stated, otherwise a spell from the first
 * sighting to the last.
 */
final class GexfWriter implements GraphFormatWriter {

    private final XmlElementWriter xml;

    GexfWriter(OutputStream out) throws IOException {
        this.xml = new XmlElementWriter(out);
    }

    @Override
    public void begin(ExportMetadata metadata) throws IOException {
        xml.root("gexf", "http://gexf.net/1.3");
        xml.attributes("version", "1.3");
        xml.start("meta", "lastmodifieddate", LocalDate.ofInstant(metadata.exportedAt(), ZoneOffset.UTC));
        xml.text("creator", "Throughline");
        xml.text("description", metadata.text());
        xml.end();
        xml.start(
                "graph",
                "defaultedgetype",
                "directed",
                "mode",
                "dynamic",
                "timeformat",
                "date",
                "timerepresentation",
                "interval");
        declare("node", ExportNode.ATTRIBUTES);
        declare("edge", ExportEdge.ATTRIBUTES);
        xml.start("nodes");
    }

    private <T> void declare(String of, List<GraphAttribute<T>> attributes) throws IOException {
        xml.start("attributes", "class", of, "mode", "static");
        for (var attribute : attributes) {
            xml.empty(
                    "attribute",
                    "id",
                    attribute.name(),
                    "title",
                    attribute.name(),
                    "type",
                    attribute.type().gexf());
        }
        xml.end();
    }

    @Override
    public void node(ExportNode node) throws IOException {
        xml.start("node", "id", node.id(), "label", node.label());
        values(node, ExportNode.ATTRIBUTES);
        xml.end();
    }

    @Override
    public void nodesDone() throws IOException {
        xml.end();
        xml.start("edges");
    }

    @Override
    public void edge(ExportEdge edge) throws IOException {
        var interval = EdgeInterval.of(edge);
        xml.start(
                "edge",
                "id",
                edge.id(),
                "source",
                edge.source(),
                "target",
                edge.target(),
                // NetworkX cannot read an undirected edge in a directed graph
                "type",
                edge.undirected() ? "mutual" : null,
                "kind",
                edge.role(),
                "label",
                edge.label(),
                "weight",
                edge.weight(),
                "start",
                interval.start(),
                "end",
                interval.end());
        values(edge, ExportEdge.ATTRIBUTES);
        var observed = EdgeInterval.observed(edge);
        if (observed != null) {
            xml.start("spells");
            xml.empty("spell", "start", observed.start(), "end", observed.end());
            xml.end();
        }
        xml.end();
    }

    private <T> void values(T element, List<GraphAttribute<T>> attributes) throws IOException {
        var open = false;
        for (var attribute : attributes) {
            var value = attribute.of(element);
            if (value != null) {
                if (!open) {
                    xml.start("attvalues");
                    open = true;
                }
                xml.empty("attvalue", "for", attribute.name(), "value", value);
            }
        }
        if (open) {
            xml.end();
        }
    }

    @Override
    public void end() throws IOException {
        xml.endAll();
    }
}
