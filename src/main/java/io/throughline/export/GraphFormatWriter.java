package io.throughline.export;

import java.io.IOException;

/**
 * Writes a graph in one format: the beginning, all nodes, all edges, the end. Keeps nothing of what it has written.
 */
interface GraphFormatWriter {

    /** Takes nodes one after another. */
    @FunctionalInterface
    interface Nodes {
        void take(ExportNode node) throws IOException;
    }

    /** Takes edges one after another. */
    @FunctionalInterface
    interface Edges {
        void take(ExportEdge edge) throws IOException;
    }

    void begin(ExportMetadata header) throws IOException;

    void node(ExportNode node) throws IOException;

    /** Between the last node and the first edge, also when there are none of either. */
    default void nodesDone() throws IOException {}

    void edge(ExportEdge edge) throws IOException;

    /** After the last edge; everything must have been handed on then. */
    void end() throws IOException;

    default boolean wantsNodes() {
        return true;
    }

    default boolean wantsEdges() {
        return true;
    }
}
