package io.throughline.analysis.overlap;

import io.throughline.graphql.connection.InvalidArgumentException;
import io.throughline.model.membership.Coverage;
import io.throughline.model.membership.CoverageQueries;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Looks at the organizations a caller wants compared. */
@Component
public class OrganizationSelection {

    private static final int MOST = 64;

    private final CoverageQueries coverages;

    OrganizationSelection(CoverageQueries coverages) {
        this.coverages = coverages;
    }

    /**
     * The coverage of each, by id.
     *
     * @throws InvalidArgumentException if they are fewer than {@code least}, more than 64, if one stands there twice, or is unknown
     */
    public Map<String, Coverage> check(String argument, List<String> ids, int least) {
        var expected = "%d to %d ids of organizations".formatted(least, MOST);
        if (ids.size() > MOST) {
            throw InvalidArgumentException.overLimit(argument, "a list of " + ids.size(), expected, MOST, ids.size());
        }
        if (ids.size() < least) {
            throw new InvalidArgumentException(argument, ids, expected);
        }
        var seen = new HashSet<String>();
        for (var id : ids) {
            if (!seen.add(id)) {
                throw new InvalidArgumentException(argument, id, "each organization once");
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
