package io.throughline.analysis.projection;

import io.throughline.infra.cypher.RequestDeadline;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Which ties become edges. Looks at all pairs and keeps no more of them than there may be edges.
 *
 * @param links heaviest first
 * @param leftOut how many more would be edges, were there no limit
 */
record EdgeThreshold(List<WeightedEdge> links, int leftOut) {

    /**
     * The ties that are heavy enough, among the heaviest of one of their ends, and among the heaviest of all.
     *
     * @param minWeight from 0
     * @param topK how many ties of a node make it an edge; of the same weight those to the earliest nodes; null for all
     * @param most how many edges there may be
     */
    static EdgeThreshold of(CoMembership sharing, double minWeight, @Nullable Integer topK, int most) {
        var heaviest = topK == null ? null : new Heaviest(sharing, Math.min(topK, sharing.nodes()));
        // the one to give way stands first
        var kept = new PriorityQueue<WeightedEdge>(WeightedEdge.HEAVIEST.reversed());
        var found = 0;
        for (var a = 0; a < sharing.nodes(); a++) {
            RequestDeadline.check();
            for (var b = a + 1; b < sharing.nodes(); b++) {
                var weight = sharing.weight(a, b);
                if (weight <= 0 || weight < minWeight) {
                    continue;
                }
                if (heaviest != null && !heaviest.has(a, b, weight) && !heaviest.has(b, a, weight)) {
                    continue;
                }
                found++;
                var first = kept.peek();
                if (kept.size() < most) {
                    kept.add(new WeightedEdge(a, b, sharing.shared(a, b), weight));
                } else if (first != null && weight > first.weight()) {
                    kept.poll();
                    kept.add(new WeightedEdge(a, b, sharing.shared(a, b), weight));
                }
            }
        }
        var links = new ArrayList<>(kept);
        links.sort(WeightedEdge.HEAVIEST);
        return new EdgeThreshold(links, found - links.size());
    }

    /** The k heaviest ties of each node, as the lightest of them: its weight, and the last node it may lead to. */
    private static final class Heaviest {

        private final double[] lightest;
        private final int[] last;

        Heaviest(CoMembership sharing, int k) {
            var nodes = sharing.nodes();
            lightest = new double[nodes];
            last = new int[nodes];
            var weights = new double[nodes];
            for (var node = 0; node < nodes; node++) {
                RequestDeadline.check();
                for (var other = 0; other < nodes; other++) {
                    weights[other] = node == other ? 0 : sharing.weight(node, other);
                }
                var sorted = weights.clone();
                Arrays.sort(sorted);
                lightest[node] = sorted[nodes - k];
                var places = k - heavier(weights, lightest[node]);
                for (var other = 0; places > 0; other++) {
                    if (weights[other] == lightest[node]) {
                        last[node] = other;
                        places--;
                    }
                }
            }
        }

        boolean has(int node, int other, double weight) {
            return weight > lightest[node] || weight == lightest[node] && other <= last[node];
        }

        private static int heavier(double[] weights, double than) {
            var count = 0;
            for (var weight : weights) {
                count += weight > than ? 1 : 0;
            }
            return count;
        }
    }
}
