package io.throughline.analysis.overlap;

import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Numbers of members by their status in several organizations.
 *
 * @param counts number of members with each status
 */
public record StatusCounts(Map<MembershipStatus, Integer> counts) {

    /** Counts the members in these rows. */
    static StatusCounts of(Collection<IncidenceRow> rows) {
        return new StatusCounts(rows.stream().collect(toMap(IncidenceRow::status, row -> 1, Integer::sum)));
    }

    /** Number of members, including those whose status is unknown. */
    public int total() {
        return count(status -> true);
    }

    /** Number of members of an organization. */
    public int size(String organizationId) {
        return count(status -> status.isIn(organizationId));
    }

    /** Number of those for whom membership in an organization is unknown. */
    public int unknown(String organizationId) {
        return count(status -> status.isUnknown(organizationId));
    }

    /** Number of members whose status matches. */
    public int count(Predicate<MembershipStatus> which) {
        return counts.entrySet().stream()
                .filter(each -> which.test(each.getKey()))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }
}
