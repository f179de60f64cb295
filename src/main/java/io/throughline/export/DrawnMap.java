package io.throughline.export;

import static java.util.stream.Collectors.toMap;

import io.throughline.analysis.networkmap.Graph;
import io.throughline.analysis.networkmap.GraphNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * A map of at most 5,000 agents and 20,000 memberships, as returned by {@code graph}.
 *
 * @param titles the titles of sources, by id
 */
record DrawnMap(Graph map, Map<String, String> titles) implements GraphContent {

    @Override
    public void nodes(GraphFormatWriter.NodeConsumer nodes) throws IOException {
        for (var node : map.nodes()) {
            nodes.accept(ExportNode.of(node));
        }
    }

    @Override
    public void edges(boolean positions, GraphFormatWriter.EdgeConsumer edges) throws IOException {
        var places = positions ? places() : Map.<String, List<Double>>of();
        for (var edge : map.edges()) {
            edges.accept(ExportEdge.of(edge, titles, places.get(edge.source()), places.get(edge.target())));
        }
    }

    private Map<String, List<Double>> places() {
        return map.nodes().stream()
                .filter(node -> node.coordinates() != null)
                .collect(toMap(GraphNode::id, GraphNode::coordinates));
    }

    @Override
    public String note() {
        return map.stats().note();
    }
}
