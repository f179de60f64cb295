package io.throughline.analysis.panel;

import io.throughline.graphql.connection.FilterRegistry;
import io.throughline.infra.cypher.CypherStatement;
import io.throughline.infra.cypher.GraphReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Reads the spells of cities and regions in organizations, by the roles MEMBER and SIGNATORY. */
@Repository
class SpellQueries {

    private static final CypherStatement MEMBERS = CypherStatement.in("panel/members-and-their-memberships.cypher");
    private static final CypherStatement COMBINATIONS = CypherStatement.in("panel/combinations-of-memberships.cypher");

    /** One city or region and its spells. */
    record Member(String id, String name, MemberSpells spells) {}

    /** The number of members that have the same spells. */
    record Combination(MemberSpells spells, int members) {}

    private final GraphReader graph;
    private final FilterRegistry filters;

    SpellQueries(GraphReader graph, FilterRegistry filters) {
        this.graph = graph;
        this.filters = filters;
    }

    /**
     * Reads individual members, by name.
     *
     * @param memberIds which members (unknown ones are skipped); null for the first that may have been in any of the
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

    /** Counts the members that may have been in any of the organizations in these years, by their spells. */
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
