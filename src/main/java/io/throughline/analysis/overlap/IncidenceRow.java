package io.throughline.analysis.overlap;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of the membership matrix: a member's status in the requested organizations.
 *
 * @param organizationIds in request order
 */
public record IncidenceRow(String id, String name, List<String> organizationIds, MembershipStatus status) {

    /** Receives rows one by one. */
    @FunctionalInterface
    public interface RowConsumer {
        void accept(IncidenceRow row) throws IOException;
    }

    /** The ids of the organizations it is in, in request order. */
    public List<String> sets() {
        return organizationIds.stream().filter(status::isIn).toList();
    }

    /** For each organization: 1 (member), 0 (not recorded) or null (unknown on the requested day). */
    public List<@Nullable Integer> values() {
        var values = new ArrayList<@Nullable Integer>();
        for (var organizationId : organizationIds) {
            values.add(status.isUnknown(organizationId) ? null : status.isIn(organizationId) ? 1 : 0);
        }
        return values;
    }
}
