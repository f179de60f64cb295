package io.throughline.analysis.overlap;

import io.throughline.graphql.connection.InvalidArgumentException;
import io.throughline.model.membership.Coverage;
import io.throughline.model.membership.CoverageQueries;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Validates the organizations a caller wants to compare. */
@Component
public class OrganizationSelection {

    private static final int MAX = 64;

    private final CoverageQueries coverages;

    OrganizationSelection(CoverageQueries coverages) {
        this.coverages = coverages;
    }

    /**
     * Returns the coverage of each organization, by id.
     *
     * @throws InvalidArgumentException if there are fewer than {@code minimum} or more than 64 ids, or one is repeated
     *     or unknown
     */
    public Map<String, Coverage> check(String argument, List<String> ids, int minimum) {
        var expected = "%d to %d ids of organizations".formatted(minimum, MAX);
        if (ids.size() > MAX) {
            throw InvalidArgumentException.overLimit(argument, "a list of " + ids.size(), expected, MAX, ids.size());
        }
        if (ids.size() < minimum) {
            throw new InvalidArgumentException(argument, ids, expected);
        }
        var seen = new HashSet<String>();
        for (var id : ids) {
            if (!seen.add(id)) {
                throw new InvalidArgumentException(argument, id, "each organization only once");
            }
        }
        var found = coverages.of(ids);
        for (var id : ids) {
            if (!found.containsKey(id)) {
                throw new InvalidArgumentException(argument, id, "the id of an organization, e.g. \"c40\"");
            }
        }
        return found;
    }
}
