package io.throughline.analysis.projection;

import io.throughline.infra.builder.StagedBuilder;
import org.jspecify.annotations.Nullable;

/**
 * The size of a projection and what it leaves out.
 *
 * @param nodesLeftOut number of further nodes
 * @param edgesLeftOut number of edges between the nodes shown that are not shown
 * @param tiesNotMeasured how many of those do not count in the measures either
 * @param isolates number of nodes without edges
 * @param communities null if not requested, or if there are too many ties to measure
 * @param modularity null like {@code communities}, and without edges
 */
@StagedBuilder
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

    /** The share of possible edges that exist, 0 to 1; null for fewer than 2 nodes. */
    public @Nullable Double density() {
        return nodeCount < 2 ? null : (edgeCount + edgesLeftOut) / (nodeCount * (nodeCount - 1) / 2.0);
    }

    public boolean cutOff() {
        return nodesLeftOut > 0 || edgesLeftOut > 0;
    }

    /** Describes what is left out, for people. */
    public String note() {
        if (!cutOff()) {
            return "Complete: nothing is left out.";
        }
        return "Cut off: the %d least connected nodes are left out and not counted in any measure; the %d lightest edges between the nodes shown are not shown (%s)."
                .formatted(
                        nodesLeftOut,
                        edgesLeftOut,
                        tiesNotMeasured == 0
                                ? "all count in the measures"
                                : tiesNotMeasured + " of them do not count in degree, strength and component");
    }
}
