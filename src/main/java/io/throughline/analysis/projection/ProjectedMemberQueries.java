package io.throughline.analysis.projection;

import io.throughline.graphql.connection.FilterRegistry;
import io.throughline.infra.cypher.CypherStatement;
import io.throughline.infra.cypher.GraphReader;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;
import org.springframework.stereotype.Repository;

/** Reads the members that become nodes. */
@Repository
class ProjectedMemberQueries {

    private static final CypherStatement MEMBERS =
            CypherStatement.in("projection/members-in-most-organizations.cypher");

    private final GraphReader graph;
    private final FilterRegistry filters;

    ProjectedMemberQueries(GraphReader graph, FilterRegistry filters) {
        this.graph = graph;
        this.filters = filters;
    }

    /**
     * Returns the members that are in the most organizations, best connected first.
     *
     * @param sizes number of members of each organization, by id
     * @param where an {@code AgentFilter} for the members to look at; empty for all
     * @param day null for what is recorded today
     */
    List<ProjectedMember> bestConnected(
            Map<String, Integer> sizes, Map<String, Object> where, @Nullable LocalDate day, int limit) {
        var parameters = new HashMap<String, Object>();
        parameters.put("organizationIds", List.copyOf(sizes.keySet()));
        parameters.put("sizes", sizes);
        parameters.put("day", day);
        parameters.put("limit", limit);
        return graph.list(
                filters.fill(MEMBERS, "AgentFilter", where, parameters),
                parameters,
                row -> new ProjectedMember(
                        row.get("id").asString(),
                        row.get("sureIds").asList(Value::asString),
                        row.get("unknown").asInt()));
    }
}
