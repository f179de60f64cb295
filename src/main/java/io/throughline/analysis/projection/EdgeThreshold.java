package io.throughline.analysis.projection;

import io.throughline.infra.cypher.RequestDeadline;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Decides which ties become edges. Checks all pairs and keeps no more than the maximum number of edges in memory.
 *
 * @param edges heaviest first
 * @param leftOut number of further edges without the limit
 */
record EdgeThreshold(List<WeightedEdge> edges, int leftOut) {

    /**
     * Keeps the ties that reach {@code minWeight}, are among the {@code topK} heaviest of one of their ends, and are
     * among the {@code limit} heaviest overall.
     *
     * @param minWeight at least 0
     * @param topK number of ties of each node to keep, ties of equal weight in order of the other node; null for all
     * @param limit maximum number of edges
     */
    static EdgeThreshold of(CoMembership coMembership, double minWeight, @Nullable Integer topK, int limit) {
        var heaviest = topK == null ? null : new Heaviest(coMembership, Math.min(topK, coMembership.nodes()));
        // the lightest is at the head, to be replaced first
        var kept = new PriorityQueue<WeightedEdge>(WeightedEdge.HEAVIEST.reversed());
        var found = 0;
        for (var a = 0; a < coMembership.nodes(); a++) {
            RequestDeadline.check();
            for (var b = a + 1; b < coMembership.nodes(); b++) {
                var weight = coMembership.weight(a, b);
                if (weight <= 0 || weight < minWeight) {
                    continue;
                }
                if (heaviest != null && !heaviest.has(a, b, weight) && !heaviest.has(b, a, weight)) {
                    continue;
                }
                found++;
                var first = kept.peek();
                if (kept.size() < limit) {
                    kept.add(new WeightedEdge(a, b, coMembership.shared(a, b), weight));
                } else if (first != null && weight > first.weight()) {
                    kept.poll();
                    kept.add(new WeightedEdge(a, b, coMembership.shared(a, b), weight));
                }
            }
        }
        var edges = new ArrayList<>(kept);
        edges.sort(WeightedEdge.HEAVIEST);
        return new EdgeThreshold(edges, found - edges.size());
    }

    /**
     * The k heaviest ties of each node, stored as the lightest of them: its weight, and the last node of that weight
     * that still counts.
     */
    private static final class Heaviest {

        private final double[] lightest;
        private final int[] last;

        Heaviest(CoMembership coMembership, int k) {
            var nodes = coMembership.nodes();
            lightest = new double[nodes];
            last = new int[nodes];
            var weights = new double[nodes];
            for (var node = 0; node < nodes; node++) {
                RequestDeadline.check();
                for (var other = 0; other < nodes; other++) {
                    weights[other] = node == other ? 0 : coMembership.weight(node, other);
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
