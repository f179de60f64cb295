package io.throughline.membership;

import static java.util.stream.Collectors.toMap;

import io.throughline.cypher.GraphReader;
import io.throughline.cypher.Statement;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Repository;

/** How much of the lists of organizations is known. */
@Repository
public class CoverageQueries {

    private static final Statement COVERAGE = Statement.in("membership/coverage-of-organizations.cypher");

    private final GraphReader graph;

    CoverageQueries(GraphReader graph) {
        this.graph = graph;
    }

    /** The coverage of each of these organizations, by id; an id that is unknown is absent. */
    public Map<String, Coverage> of(Collection<String> organizationIds) {
        return graph
                .list(
                        COVERAGE,
                        Map.of("ids", List.copyOf(organizationIds)),
                        row -> new Coverage(
                                row.get("id").asString(),
                                row.get("known").asInt(),
                                row.get("lists").asList(list -> MemberList.of(list.asNode()))))
                .stream()
                .collect(toMap(Coverage::organizationId, each -> each));
    }
}
