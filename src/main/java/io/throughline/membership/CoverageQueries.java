package io.throughline.membership;

import static java.util.stream.Collectors.toMap;

import io.throughline.connection.Filters;
import io.throughline.cypher.GraphReader;
import io.throughline.cypher.Statement;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Repository;

/** How much of the lists of organizations is known. */
@Repository
public class CoverageQueries {

    private static final Statement COVERAGE = Statement.in("membership/coverage-of-organizations.cypher");

    private final GraphReader graph;
    private final Filters filters;

    CoverageQueries(GraphReader graph, Filters filters) {
        this.graph = graph;
        this.filters = filters;
    }

    /** The coverage of each of these organizations as recorded today, by id; an id that is unknown is absent. */
    public Map<String, Coverage> of(Collection<String> organizationIds) {
        return of(organizationIds, MembershipTime.NONE);
    }

    /** The same with the members of a day. */
    Map<String, Coverage> of(Collection<String> organizationIds, MembershipTime time) {
        var parameters = new HashMap<String, Object>();
        parameters.put("ids", List.copyOf(organizationIds));
        parameters.put("timed", time.asOf() != null);
        var statement = filters.fill(COVERAGE, "MembershipFilter", time.filter(), parameters);
        return graph
                .list(
                        statement,
                        parameters,
                        row -> new Coverage(
                                row.get("id").asString(),
                                row.get("known").asInt(0),
                                row.get("lists").asList(list -> MemberList.of(list.asNode()))))
                .stream()
                .collect(toMap(Coverage::organizationId, each -> each));
    }
}
