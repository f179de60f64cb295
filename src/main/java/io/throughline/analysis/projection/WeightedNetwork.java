package io.throughline.analysis.projection;

import java.util.Arrays;
import java.util.List;

/** An undirected network with weights. Nodes are numbered from 0. */
final class WeightedNetwork {

    private final List<WeightedEdge> links;
    private final int[][] neighbours;
    private final double[] strengths;

    WeightedNetwork(int nodes, List<WeightedEdge> links) {
        this.links = links;
        strengths = new double[nodes];
        var degrees = new int[nodes];
        for (var link : links) {
            degrees[link.a()]++;
            degrees[link.b()]++;
            strengths[link.a()] += link.weight();
            strengths[link.b()] += link.weight();
        }
        neighbours = new int[nodes][];
        for (var node = 0; node < nodes; node++) {
            neighbours[node] = new int[degrees[node]];
        }
        for (var link : links) {
            neighbours[link.a()][--degrees[link.a()]] = link.b();
            neighbours[link.b()][--degrees[link.b()]] = link.a();
        }
        for (var each : neighbours) {
            Arrays.sort(each);
        }
    }

    int nodes() {
        return neighbours.length;
    }

    List<WeightedEdge> links() {
        return links;
    }

    int degree(int node) {
        return neighbours[node].length;
    }

    /** The weights of its edges together. */
    double strength(int node) {
        return strengths[node];
    }

    /** The nodes it has an edge to, in order; not to be changed. */
    int[] neighbours(int node) {
        return neighbours[node];
    }

    /** For each node the number of the part it hangs together with; a node without edges is a part of its own. */
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
