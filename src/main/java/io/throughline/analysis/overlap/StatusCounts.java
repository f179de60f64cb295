package io.throughline.analysis.overlap;

import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Members of several organizations, counted by how they stand to them.
 *
 * @param counts how many members stand in each way
 */
public record StatusCounts(Map<MembershipStatus, Integer> counts) {

    /** Those of the members in these rows. */
    static StatusCounts of(Collection<IncidenceRow> rows) {
        return new StatusCounts(rows.stream().collect(toMap(IncidenceRow::standing, row -> 1, Integer::sum)));
    }

    /** How many members there are, also those of whom nobody can tell. */
    public int total() {
        return count(standing -> true);
    }

    /** How many are in it. */
    public int size(String organizationId) {
        return count(standing -> standing.isIn(organizationId));
    }

    /** Of how many nobody can tell whether they are in. */
    public int unknown(String organizationId) {
        return count(standing -> standing.isUnknown(organizationId));
    }

    /** How many members stand in a way that passes. */
    public int count(Predicate<MembershipStatus> which) {
        return counts.entrySet().stream()
                .filter(each -> which.test(each.getKey()))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }
}
