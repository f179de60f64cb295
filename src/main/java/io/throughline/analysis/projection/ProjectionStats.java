package io.throughline.analysis.projection;

import org.jspecify.annotations.Nullable;

/**
 * How large a projection is and what it leaves out.
 *
 * @param nodesLeftOut how many nodes there would be more
 * @param edgesLeftOut how many edges between the nodes shown are not
 * @param tiesNotMeasured how many of them do not even count in the measures
 * @param isolates how many nodes have no edge
 * @param communities null when they are not asked for, or ties are not measured
 * @param modularity null like communities, and without edges
 */
record ProjectionStats(
        int nodeCount,
        int edgeCount,
        int nodesLeftOut,
        int edgesLeftOut,
        int tiesNotMeasured,
        int isolates,
        int components,
        @Nullable Integer communities,
        @Nullable Double modularity) {

    /** Which part of all possible edges there is, 0 to 1; null for fewer than 2 nodes. */
    public @Nullable Double density() {
        return nodeCount < 2 ? null : (edgeCount + edgesLeftOut) / (nodeCount * (nodeCount - 1) / 2.0);
    }

    public boolean cutOff() {
        return nodesLeftOut > 0 || edgesLeftOut > 0;
    }

    /** What is left out, for people. */
    public String note() {
        if (!cutOff()) {
            return "Everything that was asked for.";
        }
        return "Cut off: %d nodes are left out, the least connected, and count in no measure; %d edges between the nodes shown are not shown, the lightest, of which %s."
                .formatted(
                        nodesLeftOut,
                        edgesLeftOut,
                        tiesNotMeasured == 0
                                ? "all count in the measures"
                                : tiesNotMeasured + " do not count in degree, strength and component");
    }
}
