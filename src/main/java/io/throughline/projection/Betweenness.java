package io.throughline.projection;

import io.throughline.cypher.Deadline;
import java.util.Arrays;
import java.util.Optional;

/**
 * On which part of the shortest ways between two others a node lies (Freeman 1977): the sum over all pairs of
 * σ(s, t | v) / σ(s, t), divided by the number of pairs, (n − 1)(n − 2) / 2. A way is as long as it has edges, whatever
 * their weights. After Brandes 2001, on arrays: with thousands of nodes a library that works on sets of objects takes
 * longer than a request may.
 */
final class Betweenness {

    private final Network network;
    private final double[] ways;
    private final double[] dependencies;
    private final int[] distances;
    private final int[] reached;

    private Betweenness(Network network) {
        this.network = network;
        var nodes = network.nodes();
        ways = new double[nodes];
        dependencies = new double[nodes];
        distances = new int[nodes];
        reached = new int[nodes];
    }

    /** For each node 0 to 1; empty for fewer than 3 nodes, among which nobody can lie between two others. */
    static Optional<double[]> of(Network network) {
        var nodes = network.nodes();
        if (nodes < 3) {
            return Optional.empty();
        }
        var work = new Betweenness(network);
        var sums = new double[nodes];
        for (var start = 0; start < nodes; start++) {
            Deadline.check();
            work.add(start, sums);
        }
        // each pair was met from both of its ends
        var pairs = (double) (nodes - 1) * (nodes - 2);
        return Optional.of(Arrays.stream(sums).map(sum -> sum / pairs).toArray());
    }

    /** Adds for each node the part of the ways from a start that lead over it. */
    private void add(int start, double[] sums) {
        var count = reach(start);
        Arrays.fill(dependencies, 0);
        for (var place = count - 1; place > 0; place--) {
            var node = reached[place];
            for (var before : network.neighbours(node)) {
                if (distances[before] == distances[node] - 1) {
                    dependencies[before] += ways[before] / ways[node] * (1 + dependencies[node]);
                }
            }
            sums[node] += dependencies[node];
        }
    }

    /** Counts the shortest ways from a start to all that can be reached, of which it says how many there are. */
    private int reach(int start) {
        Arrays.fill(ways, 0);
        Arrays.fill(distances, -1);
        ways[start] = 1;
        distances[start] = 0;
        reached[0] = start;
        var count = 1;
        for (var place = 0; place < count; place++) {
            var node = reached[place];
            for (var next : network.neighbours(node)) {
                if (distances[next] < 0) {
                    distances[next] = distances[node] + 1;
                    reached[count++] = next;
                }
                if (distances[next] == distances[node] + 1) {
                    ways[next] += ways[node];
                }
            }
        }
        return count;
    }
}
