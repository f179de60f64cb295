package io.throughline.analysis.projection;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An edge of a projection. It has no direction.
 *
 * @param source the id that comes first
 * @param weight greater than 0
 * @param shared how many both have in common
 * @param sharedOrganizations the ids of what two members have in common; null between organizations
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

    /** The same values once more, for libraries that want them below a key of their own. */
    public ProjectionEdge attributes() {
        return this;
    }
}
