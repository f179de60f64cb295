package io.throughline.export;

import java.io.IOException;

/** Where the nodes and edges of an export come from: the same in the same order each time. */
interface GraphContent {

    /** All nodes, each once. */
    void nodes(GraphFormatWriter.Nodes nodes) throws IOException;

    /**
     * All edges.
     *
     * @param positions whether to say where their ends are
     */
    void edges(boolean positions, GraphFormatWriter.Edges edges) throws IOException;

    /** How it is to be read, and what it leaves out. */
    String note();
}
