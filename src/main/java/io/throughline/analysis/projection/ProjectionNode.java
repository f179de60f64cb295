package io.throughline.analysis.projection;

import org.jspecify.annotations.Nullable;

/**
 * A node of a projection. All but {@code size} and {@code unknown} is said of the network of the nodes shown.
 *
 * @param size how many members an organization has, in how many of the organizations a member is
 * @param unknown of how many nobody can tell on the day asked for; 0 when no day is
 * @param strength the weights of its edges together
 * @param component the number of the part it hangs together with
 * @param community null when it is not asked for, or ties are not measured
 * @param betweenness 0 to 1; null when it is not asked for, not defined, or ties are not measured
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

    /** The same values once more, for libraries that want them below a key of their own. */
    public ProjectionNode attributes() {
        return this;
    }
}
