package io.throughline.projection;

import org.jspecify.annotations.Nullable;

/**
 * How large a projection is and what it leaves out.
 *
 * @param nodesLeftOut how many nodes there would be more
 * @param edgesLeftOut how many edges there would be more between the nodes shown
 * @param isolates how many nodes have no edge
 * @param communities null when they are not asked for
 * @param modularity null when it is not asked for, or without edges
 */
record ProjectionStats(
        int nodeCount,
        int edgeCount,
        int nodesLeftOut,
        int edgesLeftOut,
        int isolates,
        int components,
        @Nullable Integer communities,
        @Nullable Double modularity) {

    /** Which part of all possible edges there is, 0 to 1; null for fewer than 2 nodes. */
    public @Nullable Double density() {
        return nodeCount < 2 ? null : 2.0 * edgeCount / nodeCount / (nodeCount - 1);
    }

    public boolean cutOff() {
        return nodesLeftOut > 0 || edgesLeftOut > 0;
    }

    /** What is left out, for people. */
    public String note() {
        if (!cutOff()) {
            return "Everything that was asked for.";
        }
        return "Cut off: %d nodes are left out, the least connected; %d edges between the nodes shown are left out, the lightest. Degrees, components, communities and betweenness are those of what is shown."
                .formatted(nodesLeftOut, edgesLeftOut);
    }
}
