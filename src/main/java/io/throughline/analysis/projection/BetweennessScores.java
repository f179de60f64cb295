package io.throughline.analysis.projection;

import io.throughline.infra.cypher.RequestDeadline;
import it.unimi.dsi.webgraph.ImmutableGraph;
import it.unimi.dsi.webgraph.algo.BetweennessCentrality;
import it.unimi.dsi.webgraph.algo.BetweennessCentrality.PathCountOverflowException;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * On which part of the shortest ways between two others a node lies (Freeman 1977): the sum over all pairs of
 * σ(s, t | v) / σ(s, t), divided by the number of pairs, (n − 1)(n − 2) / 2. A way is as long as it has edges, whatever
 * their weights. WebGraph computes it by the algorithm of Brandes (2001).
 *
 * @param values for each node 0 to 1; null when there are none
 * @param tooManyWays whether there are none because two nodes have more shortest ways than 2⁶³
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and a list of a million objects would be too large
record BetweennessScores(double @Nullable [] values, boolean tooManyWays) {

    static final BetweennessScores NONE = new BetweennessScores(null, false);

    /** Far longer than it takes, for what is no request. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    /** That of all nodes; none for fewer than 3, among which nobody can lie between two others. */
    static BetweennessScores of(WeightedNetwork network) {
        var nodes = network.nodes();
        if (nodes < 3) {
            return NONE;
        }
        var deadline = RequestDeadline.ofThisThread(LONGEST);
        // one thread, so that one request does not take all of the machine
        var centrality = new BetweennessCentrality(new Neighbours(network, deadline), 1);
        try {
            centrality.compute();
        } catch (PathCountOverflowException e) {
            return new BetweennessScores(null, true);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw deadline.exceeded();
        }
        // each pair was met from both of its ends
        var pairs = (double) (nodes - 1) * (nodes - 2);
        return new BetweennessScores(
                Arrays.stream(centrality.betweenness).map(sum -> sum / pairs).toArray(), false);
    }

    /** A network as the library takes it, which has no other way to be stopped. */
    private static final class Neighbours extends ImmutableGraph {

        private static final int ASKED_BETWEEN_CHECKS = 10_000;

        private final WeightedNetwork network;
        private final RequestDeadline deadline;
        private int asked;

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
            if (++asked % ASKED_BETWEEN_CHECKS == 0 && deadline.isOver()) {
                throw deadline.exceeded();
            }
            return network.neighbours(node);
        }

        /** For another thread. */
        @Override
        public ImmutableGraph copy() {
            return new Neighbours(network, deadline);
        }
    }
}
