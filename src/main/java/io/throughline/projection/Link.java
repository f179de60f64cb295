package io.throughline.projection;

import java.util.Comparator;

/**
 * A tie between two nodes.
 *
 * @param a the number of the one whose id comes first
 * @param weight greater than 0
 */
record Link(int a, int b, int shared, double weight) {

    /** Heaviest first, those of the same weight in order of their ends. */
    static final Comparator<Link> HEAVIEST = Comparator.comparingDouble(Link::weight)
            .reversed()
            .thenComparingInt(Link::a)
            .thenComparingInt(Link::b);
}
