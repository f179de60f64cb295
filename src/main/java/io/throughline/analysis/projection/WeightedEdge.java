package io.throughline.analysis.projection;

import java.util.Comparator;

/**
 * A tie between two nodes.
 *
 * @param a the number of the node whose id sorts first
 * @param weight greater than 0
 */
record WeightedEdge(int a, int b, int shared, double weight) {

    /** Heaviest first; equal weights in order of their ends. */
    static final Comparator<WeightedEdge> HEAVIEST = Comparator.comparingDouble(WeightedEdge::weight)
            .reversed()
            .thenComparingInt(WeightedEdge::a)
            .thenComparingInt(WeightedEdge::b);
}
