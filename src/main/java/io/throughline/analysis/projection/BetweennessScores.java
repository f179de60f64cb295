package io.throughline.analysis.projection;

import io.throughline.infra.cypher.RequestDeadline;
import it.unimi.dsi.webgraph.ImmutableGraph;
import it.unimi.dsi.webgraph.algo.BetweennessCentrality;
import it.unimi.dsi.webgraph.algo.BetweennessCentrality.PathCountOverflowException;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The share of shortest paths between two other nodes that pass through a node (Freeman 1977): the sum over all pairs
 * of σ(s, t | v) / σ(s, t), divided by the number of pairs, (n − 1)(n − 2) / 2. Path length is the number of edges;
 * weights are ignored. WebGraph computes it with the algorithm of Brandes (2001).
 *
 * @param values for each node, 0 to 1; null if not computed
 * @param tooManyPaths whether there are none because two nodes have more than 2⁶³ shortest paths between them
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and a list of a million objects would be too large
record BetweennessScores(double @Nullable [] values, boolean tooManyPaths) {

    static final BetweennessScores NONE = new BetweennessScores(null, false);

    /** Far longer than it takes; applies outside of requests. */
    private static final Duration TIMEOUT = Duration.ofMinutes(10);

    /** Computes the scores of all nodes; {@link #NONE} for fewer than 3 nodes, where none can be between two others. */
    static BetweennessScores of(WeightedNetwork network) {
        var nodes = network.nodes();
        if (nodes < 3) {
            return NONE;
        }
        var deadline = RequestDeadline.ofThisThread(TIMEOUT);
        // one thread, so that one request does not occupy the whole machine
        var centrality = new BetweennessCentrality(new Neighbours(network, deadline), 1);
        try {
            centrality.compute();
        } catch (PathCountOverflowException e) {
            return new BetweennessScores(null, true);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw deadline.exceeded();
        }
        // each pair was counted from both ends
        var pairs = (double) (nodes - 1) * (nodes - 2);
        return new BetweennessScores(
                Arrays.stream(centrality.betweenness).map(sum -> sum / pairs).toArray(), false);
    }

    /** Adapts the network to the library. Checks the deadline, since the library cannot be stopped otherwise. */
    private static final class Neighbours extends ImmutableGraph {

        private static final int LOOKUPS_PER_CHECK = 10_000;

        private final WeightedNetwork network;
        private final RequestDeadline deadline;
        private int lookups;

        Neighbours(WeightedNetwork network, RequestDeadline deadline) {
            this.network = network;
            this.deadline = deadline;
        }

        @Override
        public int numNodes() {
            return network.nodes();
        }

        @Override
        public boolean randomAccess() {
            return true;
        }

        @Override
        public int outdegree(int node) {
            return network.degree(node);
        }

        @Override
        public int[] successorArray(int node) {
            if (++lookups % LOOKUPS_PER_CHECK == 0 && deadline.isOver()) {
                throw deadline.exceeded();
            }
            return network.neighbours(node);
        }

        /** Required for use by another thread. */
        @Override
        public ImmutableGraph copy() {
            return new Neighbours(network, deadline);
        }
    }
}
