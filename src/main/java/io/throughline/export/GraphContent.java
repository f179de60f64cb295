package io.throughline.export;

import java.io.IOException;

/** Provides the nodes and edges of an export, in the same order each time. */
interface GraphContent {

    /** Passes on all nodes, each once. */
    void nodes(GraphFormatWriter.NodeConsumer nodes) throws IOException;

    /**
     * Passes on all edges.
     *
     * @param positions whether to include the positions of their ends
     */
    void edges(boolean positions, GraphFormatWriter.EdgeConsumer edges) throws IOException;

    /** How to read it, and what it leaves out. */
    String note();
}
