package io.throughline.cypher;

import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells whether the graph is the same as before: its version is another one after every write of {@link GraphWriter}. */
@Component
public class GraphVersion {

    private static final Statement VERSION = Statement.in("cypher/graph-version.cypher");

    private final GraphReader graph;

    GraphVersion(GraphReader graph) {
        this.graph = graph;
    }

    /** A text without an order. */
    public String read() {
        return graph.one(VERSION, Map.of(), row -> row.get("change").asString()).orElse("");
    }
}
