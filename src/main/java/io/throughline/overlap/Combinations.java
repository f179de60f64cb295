package io.throughline.overlap;

import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.Map;
import java.util.function.Predicate;

/**
 * All members of several organizations, counted by how they stand to them. Every number about sets follows from these,
 * however many members there are.
 *
 * @param counts how many members stand in each way
 */
public record Combinations(Map<Standing, Integer> counts) {

    /** Those of the members in these rows. */
    static Combinations of(Collection<IncidenceRow> rows) {
        return new Combinations(rows.stream().collect(toMap(IncidenceRow::standing, row -> 1, Integer::sum)));
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

    int inBoth(String aId, String bId) {
        return count(standing -> standing.isIn(aId) && standing.isIn(bId));
    }

    int inAny(Collection<String> organizationIds) {
        return count(standing -> organizationIds.stream().anyMatch(standing::isIn));
    }

    /** Of these, how many are in none of those. */
    int outside(Collection<String> organizationIds, Collection<String> universeIds) {
        return count(standing -> organizationIds.stream().anyMatch(standing::isIn)
                && universeIds.stream().noneMatch(standing::isIn));
    }

    /** How many members stand in a way that passes. */
    public int count(Predicate<Standing> which) {
        return counts.entrySet().stream()
                .filter(each -> which.test(each.getKey()))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }
}
