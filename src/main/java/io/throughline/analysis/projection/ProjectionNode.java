package io.throughline.analysis.projection;

import org.jspecify.annotations.Nullable;

/**
 * A node of a projection. All values but {@code size} and {@code unknown} refer to the network of the nodes shown.
 *
 * @param size number of members of an organization, or number of the organizations a member is in
 * @param unknown number of those for which membership is unknown on the requested day; 0 without a day
 * @param strength total weight of its edges
 * @param component the number of its connected component
 * @param community null if not requested, or if there are too many ties to measure
 * @param betweenness 0 to 1; null if not requested or not defined, or if there are too many ties to measure
 */
record ProjectionNode(
        String id,
        int size,
        int unknown,
        int degree,
        double strength,
        int component,
        @Nullable Integer community,
        @Nullable Double betweenness) {

    /** The same values again, for libraries that expect them under a key {@code attributes}. */
    public ProjectionNode attributes() {
        return this;
    }
}
