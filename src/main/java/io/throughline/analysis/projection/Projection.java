package io.throughline.analysis.projection;

import io.throughline.analysis.overlap.OverlapSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A one-mode projection: nodes of one kind, tied by what they share of the other kind.
 *
 * @param sets the organizations, in request order
 * @param nodes most edges first
 * @param edges heaviest first
 * @param tooManyPaths whether there are more shortest paths than can be counted, so betweenness is not computed
 * @param asOf null for what is recorded today
 */
record Projection(
        List<OverlapSet> sets,
        List<ProjectionNode> nodes,
        List<ProjectionEdge> edges,
        ProjectionStats stats,
        boolean tooManyPaths,
        ProjectionMethod method,
        @Nullable LocalDate asOf) {

    private static final Comparator<ProjectionNode> BROKERS =
            Comparator.comparingDouble(Projection::between).reversed().thenComparing(ProjectionNode::id);

    /** Whether all lists of members are complete. */
    public boolean measurable() {
        return caveats().isEmpty();
    }

    /** Why it is not measurable or values are missing; null if there is nothing to report. */
    public @Nullable String reason() {
        var reasons = new ArrayList<String>();
        if (!measurable()) {
            reasons.add(
                    "Not measurable: %s. Numbers of shared members or organizations are lower bounds; ratios can be off in either direction, and ties can be missing."
                            .formatted(String.join("; ", caveats())));
        }
        if (stats.tiesNotMeasured() > 0) {
            reasons.add(
                    "There are more than 125,000 ties, so communities and betweenness are not computed. Ask for fewer nodes, or drop ties with minWeight or topK.");
        }
        if (nodes.size() < 3) {
            reasons.add("With fewer than 3 nodes, no node is between two others, so betweenness is undefined.");
        }
        if (tooManyPaths) {
            reasons.add("Two nodes have more than 2^63 shortest paths between them, so betweenness is not computed.");
        }
        if (edges.isEmpty()) {
            reasons.add("There are no edges, so modularity is undefined.");
        }
        return reasons.isEmpty() ? null : String.join(" ", reasons);
    }

    /** The nodes with a betweenness above 0, highest first. */
    List<ProjectionNode> brokers(int limit) {
        return nodes.stream()
                .filter(node -> between(node) > 0)
                .sorted(BROKERS)
                .limit(limit)
                .toList();
    }

    private static double between(ProjectionNode node) {
        return node.betweenness() == null ? 0 : node.betweenness();
    }

    private List<String> caveats() {
        return Stream.concat(
                        sets.stream().flatMap(set -> set.caveat(asOf).stream()),
                        sets.stream().flatMap(set -> set.selectionCaveat(sets).stream()))
                .toList();
    }
}
