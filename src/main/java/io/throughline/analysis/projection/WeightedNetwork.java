package io.throughline.analysis.projection;

import java.util.Arrays;
import java.util.List;

/** An undirected weighted network. Nodes are numbered from 0. */
final class WeightedNetwork {

    private final List<WeightedEdge> edges;
    private final int[][] neighbours;
    private final double[] strengths;

    WeightedNetwork(int nodes, List<WeightedEdge> edges) {
        this.edges = edges;
        strengths = new double[nodes];
        var degrees = new int[nodes];
        for (var edge : edges) {
            degrees[edge.a()]++;
            degrees[edge.b()]++;
            strengths[edge.a()] += edge.weight();
            strengths[edge.b()] += edge.weight();
        }
        neighbours = new int[nodes][];
        for (var node = 0; node < nodes; node++) {
            neighbours[node] = new int[degrees[node]];
        }
        for (var edge : edges) {
            neighbours[edge.a()][--degrees[edge.a()]] = edge.b();
            neighbours[edge.b()][--degrees[edge.b()]] = edge.a();
        }
        for (var each : neighbours) {
            Arrays.sort(each);
        }
    }

    int nodes() {
        return neighbours.length;
    }

    List<WeightedEdge> edges() {
        return edges;
    }

    int degree(int node) {
        return neighbours[node].length;
    }

    /** Total weight of its edges. */
    double strength(int node) {
        return strengths[node];
    }

    /** The nodes it has an edge to, in order; must not be modified. */
    int[] neighbours(int node) {
        return neighbours[node];
    }

    /** Returns the connected components; a node without edges is its own component. */
    NodePartition components() {
        var labels = new int[nodes()];
        Arrays.fill(labels, -1);
        var waiting = new int[nodes()];
        for (var start = 0; start < nodes(); start++) {
            if (labels[start] >= 0) {
                continue;
            }
            labels[start] = start;
            waiting[0] = start;
            var count = 1;
            while (count > 0) {
                for (var next : neighbours[waiting[--count]]) {
                    if (labels[next] < 0) {
                        labels[next] = start;
                        waiting[count++] = next;
                    }
                }
            }
        }
        return NodePartition.of(labels);
    }
}
