package io.throughline.analysis.projection;

import io.throughline.analysis.overlap.OverlapSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A one-mode projection: nodes of one sort, tied by what they share of the other.
 *
 * @param sets the organizations, in the order asked for
 * @param nodes those with the most edges first
 * @param edges heaviest first
 * @param tooManyWays whether there are more shortest ways than can be counted, so that betweenness has no value
 * @param asOf null for what is recorded today
 */
record Projection(
        List<OverlapSet> sets,
        List<ProjectionNode> nodes,
        List<ProjectionEdge> edges,
        ProjectionStats stats,
        boolean tooManyWays,
        ProjectionMethod method,
        @Nullable LocalDate asOf) {

    private static final Comparator<ProjectionNode> BROKERS =
            Comparator.comparingDouble(Projection::between).reversed().thenComparing(ProjectionNode::id);

    /** Whether all lists of members are complete. */
    public boolean measurable() {
        return doubts().isEmpty();
    }

    /** Why it is not measurable and why values are missing; null when nothing is to be said. */
    public @Nullable String reason() {
        var reasons = new ArrayList<String>();
        if (!measurable()) {
            reasons.add(
                    "Not measurable: %s. What is shared is at least as many as counted; shares can be off in either direction, and ties can be missing."
                            .formatted(String.join("; ", doubts())));
        }
        if (stats.tiesNotMeasured() > 0) {
            reasons.add(
                    "There are more than 125,000 ties: communities and betweenness have no value. Ask for fewer nodes, or leave out ties by minWeight or topK.");
        }
        if (nodes.size() < 3) {
            reasons.add("Among fewer than 3 nodes none lies between two others, so betweenness has no value.");
        }
        if (tooManyWays) {
            reasons.add(
                    "Between two of the nodes there are more shortest ways than 2^63, so betweenness has no value.");
        }
        if (edges.isEmpty()) {
            reasons.add("Without edges there is no modularity.");
        }
        return reasons.isEmpty() ? null : String.join(" ", reasons);
    }

    /** Those that lie between others, most of all first. */
    List<ProjectionNode> brokers(int most) {
        return nodes.stream()
                .filter(node -> between(node) > 0)
                .sorted(BROKERS)
                .limit(most)
                .toList();
    }

    private static double between(ProjectionNode node) {
        return node.betweenness() == null ? 0 : node.betweenness();
    }

    private List<String> doubts() {
        return sets.stream().flatMap(set -> set.doubt(asOf).stream()).toList();
    }
}
