package io.throughline.analysis.overlap;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one member stands to the organizations asked for.
 *
 * @param organizationIds in the order asked for
 */
public record IncidenceRow(String id, String name, List<String> organizationIds, MembershipStatus standing) {

    /** The ids of the organizations it is in, in the order asked for. */
    public List<String> sets() {
        return organizationIds.stream().filter(standing::isIn).toList();
    }

    /** For each organization 1, 0 (not recorded) or null (unknown on the day asked for). */
    public List<@Nullable Integer> values() {
        var values = new ArrayList<@Nullable Integer>();
        for (var organizationId : organizationIds) {
            values.add(standing.isUnknown(organizationId) ? null : standing.isIn(organizationId) ? 1 : 0);
        }
        return values;
    }
}
