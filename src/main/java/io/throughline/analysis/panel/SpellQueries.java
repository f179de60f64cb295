package io.throughline.analysis.panel;

import io.throughline.graphql.connection.FilterRegistry;
import io.throughline.infra.cypher.CypherStatement;
import io.throughline.infra.cypher.GraphReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Reads when cities and regions were in organizations, by the roles MEMBER and SIGNATORY. */
@Repository
class SpellQueries {

    private static final CypherStatement MEMBERS = CypherStatement.in("panel/members-and-their-memberships.cypher");
    private static final CypherStatement COMBINATIONS = CypherStatement.in("panel/combinations-of-memberships.cypher");

    /** One city or region and its memberships. */
    record Member(String id, String name, MemberSpells stays) {}

    /** How many members have the same memberships. */
    record Combination(MemberSpells stays, int members) {}

    private final GraphReader graph;
    private final FilterRegistry filters;

    SpellQueries(GraphReader graph, FilterRegistry filters) {
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
            YearRange years,
            int limit) {
        var parameters = parameters(organizationIds, years);
        parameters.put("memberIds", memberIds);
        parameters.put("limit", limit);
        return graph.list(
                filters.fill(MEMBERS, "AgentFilter", where, parameters),
                parameters,
                row -> new Member(
                        row.get("id").asString(), row.get("name").asString(), MemberSpells.of(row.get("facts"))));
    }

    /** How many members can have been in any of the organizations in these years, by their memberships. */
    List<Combination> combinations(List<String> organizationIds, Map<String, Object> where, YearRange years) {
        var parameters = parameters(organizationIds, years);
        return graph.list(
                filters.fill(COMBINATIONS, "AgentFilter", where, parameters),
                parameters,
                row -> new Combination(
                        MemberSpells.of(row.get("facts")), row.get("members").asInt()));
    }

    private static Map<String, Object> parameters(List<String> organizationIds, YearRange years) {
        var parameters = new HashMap<String, Object>();
        parameters.put("organizationIds", organizationIds);
        parameters.put("firstDay", years.firstDay());
        parameters.put("lastDay", years.lastDay());
        return parameters;
    }
}
