package io.throughline.analysis.projection;

import io.throughline.infra.cypher.RequestDeadline;
import java.util.Random;
import nl.cwts.networkanalysis.Clustering;
import nl.cwts.networkanalysis.LeidenAlgorithm;
import nl.cwts.util.LargeDoubleArray;
import nl.cwts.util.LargeIntArray;
import org.jspecify.annotations.Nullable;

/**
 * Groups of nodes with more ties within than expected by chance: the partition of highest modularity that the Leiden
 * algorithm (Traag, Waltman and van Eck 2019) finds in several runs from a fixed seed. The same network always gives
 * the same groups.
 *
 * @param partition each node without edges is its own community
 * @param modularity −1/2 to 1; null if there are no edges
 */
record CommunityDetection(NodePartition partition, @Nullable Double modularity) {

    static final String ALGORITHM = "Leiden (Traag, Waltman, van Eck 2019), modularity with weights";
    static final int SEED = 0;
    static final double RESOLUTION = 1;
    static final int RUNS = 10;

    private static final int ITERATIONS = 10;

    static CommunityDetection of(WeightedNetwork network) {
        if (network.edges().isEmpty()) {
            return new CommunityDetection(network.components(), null);
        }
        var libraryNetwork = toLibrary(network);
        // the library optimizes CPM with strengths as node weights; this resolution turns it into modularity
        var resolution = RESOLUTION / (2 * libraryNetwork.getTotalEdgeWeight());
        var leiden = new LeidenAlgorithm(resolution, ITERATIONS, LeidenAlgorithm.DEFAULT_RANDOMNESS, new Random(SEED));
        Clustering best = null;
        var most = Double.NEGATIVE_INFINITY;
        for (var run = 0; run < RUNS; run++) {
            RequestDeadline.check();
            var found = leiden.findClustering(libraryNetwork);
            var quality = leiden.calcQuality(libraryNetwork, found);
            if (best == null || quality > most) {
                best = found;
                most = quality;
            }
        }
        var partition = NodePartition.of(best == null ? new int[0] : best.getClusters());
        return new CommunityDetection(partition, modularity(network, partition));
    }

    /**
     * Newman and Girvan 2004, with weights (Newman 2004): the sum over communities of W(c) / W − (S(c) / 2W)², where W
     * is the weight of all edges, W(c) that of the edges within c, and S(c) the total strength of its nodes.
     *
     * @param network with at least one edge
     */
    static double modularity(WeightedNetwork network, NodePartition partition) {
        var within = new double[partition.count()];
        var strengths = new double[partition.count()];
        var whole = 0.0;
        for (var edge : network.edges()) {
            whole += edge.weight();
            var group = partition.groups()[edge.a()];
            if (group == partition.groups()[edge.b()]) {
                within[group] += edge.weight();
            }
        }
        for (var node = 0; node < network.nodes(); node++) {
            strengths[partition.groups()[node]] += network.strength(node);
        }
        var sum = 0.0;
        for (var group = 0; group < within.length; group++) {
            var part = strengths[group] / (2 * whole);
            sum += within[group] / whole - part * part;
        }
        return sum;
    }

    /** Converts the network, scaled to a mean weight of 1 because the algorithm's randomness is in units of weight. */
    private static nl.cwts.networkanalysis.Network toLibrary(WeightedNetwork network) {
        var edges = network.edges();
        var mean = edges.stream().mapToDouble(WeightedEdge::weight).average().orElseThrow();
        var ends = new LargeIntArray[] {
            new LargeIntArray(edges.stream().mapToInt(WeightedEdge::a).toArray()),
            new LargeIntArray(edges.stream().mapToInt(WeightedEdge::b).toArray())
        };
        var weights = new LargeDoubleArray(
                edges.stream().mapToDouble(edge -> edge.weight() / mean).toArray());
        return new nl.cwts.networkanalysis.Network(network.nodes(), true, ends, weights, false, false);
    }
}
