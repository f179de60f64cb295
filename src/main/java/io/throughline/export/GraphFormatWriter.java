package io.throughline.export;

import java.io.IOException;

/**
 * Writes a graph in one format: begin, all nodes, all edges, end. Does not retain what it has written.
 */
interface GraphFormatWriter {

    /** Receives nodes one by one. */
    @FunctionalInterface
    interface NodeConsumer {
        void accept(ExportNode node) throws IOException;
    }

    /** Receives edges one by one. */
    @FunctionalInterface
    interface EdgeConsumer {
        void accept(ExportEdge edge) throws IOException;
    }

    void begin(ExportMetadata metadata) throws IOException;

    void node(ExportNode node) throws IOException;

    /** Called between the last node and the first edge, even if there are none. */
    default void nodesDone() throws IOException {}

    void edge(ExportEdge edge) throws IOException;

    /** Called after the last edge; must flush everything. */
    void end() throws IOException;

    default boolean wantsNodes() {
        return true;
    }

    default boolean wantsEdges() {
        return true;
    }
}
