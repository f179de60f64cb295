package io.throughline.analysis.projection;

import io.throughline.infra.cypher.RequestDeadline;
import java.util.Random;
import nl.cwts.networkanalysis.Clustering;
import nl.cwts.networkanalysis.LeidenAlgorithm;
import nl.cwts.util.LargeDoubleArray;
import nl.cwts.util.LargeIntArray;
import org.jspecify.annotations.Nullable;

/**
 * Nodes in groups that are tied more closely within than chance would tie them: the partition of the most modularity
 * that the Leiden algorithm (Traag, Waltman and van Eck 2019) finds in several runs from a fixed seed. The same network
 * always gives the same groups.
 *
 * @param partition a node without edges is a community of its own
 * @param modularity −1/2 to 1; null when there is no edge
 */
record CommunityDetection(NodePartition partition, @Nullable Double modularity) {

    static final String ALGORITHM = "Leiden (Traag, Waltman, van Eck 2019), modularity with weights";
    static final int SEED = 0;
    static final double RESOLUTION = 1;
    static final int RUNS = 10;

    private static final int ITERATIONS = 10;

    static CommunityDetection of(WeightedNetwork network) {
        if (network.links().isEmpty()) {
            return new CommunityDetection(network.components(), null);
        }
        var asked = ofLibrary(network);
        // in the library's terms modularity is a size of communities that is paid for by strength
        var resolution = RESOLUTION / (2 * asked.getTotalEdgeWeight());
        var leiden = new LeidenAlgorithm(resolution, ITERATIONS, LeidenAlgorithm.DEFAULT_RANDOMNESS, new Random(SEED));
        Clustering best = null;
        var most = Double.NEGATIVE_INFINITY;
        for (var run = 0; run < RUNS; run++) {
            RequestDeadline.check();
            var found = leiden.findClustering(asked);
            var quality = leiden.calcQuality(asked, found);
            if (best == null || quality > most) {
                best = found;
                most = quality;
            }
        }
        var partition = NodePartition.of(best == null ? new int[0] : best.getClusters());
        return new CommunityDetection(partition, modularity(network, partition));
    }

    /**
     * Newman and Girvan 2004, with weights (Newman 2004): the sum over communities of W(c) / W − (S(c) / 2W)², with W the
     * weight of all edges, W(c) of those within, and S(c) the strength of the nodes in it.
     *
     * @param network with at least one edge
     */
    static double modularity(WeightedNetwork network, NodePartition partition) {
        var within = new double[partition.count()];
        var strengths = new double[partition.count()];
        var whole = 0.0;
        for (var link : network.links()) {
            whole += link.weight();
            var group = partition.groups()[link.a()];
            if (group == partition.groups()[link.b()]) {
                within[group] += link.weight();
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

    /** With weights of 1 in the middle, since the randomness of the algorithm is in units of weight. */
    private static nl.cwts.networkanalysis.Network ofLibrary(WeightedNetwork network) {
        var links = network.links();
        var mean = links.stream().mapToDouble(WeightedEdge::weight).average().orElseThrow();
        var ends = new LargeIntArray[] {
            new LargeIntArray(links.stream().mapToInt(WeightedEdge::a).toArray()),
            new LargeIntArray(links.stream().mapToInt(WeightedEdge::b).toArray())
        };
        var weights = new LargeDoubleArray(
                links.stream().mapToDouble(link -> link.weight() / mean).toArray());
        return new nl.cwts.networkanalysis.Network(network.nodes(), true, ends, weights, false, false);
    }
}
