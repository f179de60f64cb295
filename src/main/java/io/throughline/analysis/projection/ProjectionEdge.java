package io.throughline.analysis.projection;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An undirected edge of a projection.
 *
 * @param source the id that sorts first
 * @param weight greater than 0
 * @param shared number of members or organizations in common
 * @param sharedOrganizations the ids of the organizations two members share; null between organizations
 */
record ProjectionEdge(
        String source,
        String target,
        double weight,
        int shared,
        @Nullable List<String> sharedOrganizations) {

    public String id() {
        return source + "~" + target;
    }

    /** The same values again, for libraries that expect them under a key {@code attributes}. */
    public ProjectionEdge attributes() {
        return this;
    }
}
