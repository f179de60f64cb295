package io.throughline.panel;

import io.throughline.connection.Filters;
import io.throughline.cypher.GraphReader;
import io.throughline.cypher.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Reads when cities and regions were in organizations, by the roles MEMBER and SIGNATORY. */
@Repository
class StayQueries {

    private static final Statement MEMBERS = Statement.in("panel/members-and-their-memberships.cypher");
    private static final Statement COMBINATIONS = Statement.in("panel/combinations-of-memberships.cypher");

    /** One city or region and its memberships. */
    record Member(String id, String name, Stays stays) {}

    /** How many members have the same memberships. */
    record Combination(Stays stays, int members) {}

    private final GraphReader graph;
    private final Filters filters;

    StayQueries(GraphReader graph, Filters filters) {
        this.graph = graph;
        this.filters = filters;
    }

    /**
     * Single members, by name.
     *
     * @param memberIds which members; unknown ones are absent; null for the first that can have been in any of the
     *     organizations in these years
     * @param where an {@code AgentFilter} for the members to look at; empty for all
     */
    List<Member> members(
            List<String> organizationIds,
            @Nullable List<String> memberIds,
            Map<String, Object> where,
            Years years,
            int limit) {
        var parameters = parameters(organizationIds, years);
        parameters.put("memberIds", memberIds);
        parameters.put("limit", limit);
        return graph.list(
                filters.fill(MEMBERS, "AgentFilter", where, parameters),
                parameters,
                row -> new Member(row.get("id").asString(), row.get("name").asString(), Stays.of(row.get("facts"))));
    }

    /** How many members can have been in any of the organizations in these years, by their memberships. */
    List<Combination> combinations(List<String> organizationIds, Map<String, Object> where, Years years) {
        var parameters = parameters(organizationIds, years);
        return graph.list(
                filters.fill(COMBINATIONS, "AgentFilter", where, parameters),
                parameters,
                row -> new Combination(
                        Stays.of(row.get("facts")), row.get("members").asInt()));
    }

    private static HashMap<String, Object> parameters(List<String> organizationIds, Years years) {
        var parameters = new HashMap<String, Object>();
        parameters.put("organizationIds", organizationIds);
        parameters.put("firstDay", years.firstDay());
        parameters.put("lastDay", years.lastDay());
        return parameters;
    }
}
