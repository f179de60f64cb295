package io.throughline.analysis.overlap;

import io.throughline.graphql.connection.FilterRegistry;
import io.throughline.infra.cypher.CypherStatement;
import io.throughline.infra.cypher.GraphReader;
import io.throughline.infra.cypher.GraphStream;
import io.throughline.infra.cypher.RequestDeadline;
import io.throughline.infra.cypher.SlotName;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/**
 * Organizations as sets of members. Members are cities and regions, by the roles MEMBER and SIGNATORY; who is in twice
 * counts once.
 */
@Repository
class MemberSetQueries {

    private static final CypherStatement COMBINATIONS = CypherStatement.in("overlap/combinations-of-members.cypher");
    private static final CypherStatement EACH = CypherStatement.in("overlap/each-member-and-its-sets.cypher");
    private static final CypherStatement MEMBERS = CypherStatement.in("overlap/members-and-their-sets.cypher");

    private final GraphReader graph;
    private final GraphStream stream;
    private final FilterRegistry filters;

    MemberSetQueries(GraphReader graph, GraphStream stream, FilterRegistry filters) {
        this.graph = graph;
        this.stream = stream;
        this.filters = filters;
    }

    /**
     * How many members stand to these organizations in each way that occurs.
     *
     * @param where an {@code AgentFilter} for the members to look at; empty for all
     * @param day null for what is recorded today
     */
    StatusCounts combinations(Collection<String> organizationIds, Map<String, Object> where, @Nullable LocalDate day) {
        var parameters = parameters(organizationIds, day);
        var counts = new HashMap<MembershipStatus, Integer>();
        graph.list(
                        filters.fill(COMBINATIONS, "AgentFilter", where, parameters),
                        parameters,
                        row -> Map.entry(
                                MembershipStatus.of(row.get("facts")),
                                row.get("members").asInt()))
                .forEach(row -> counts.merge(row.getKey(), row.getValue(), Integer::sum));
        return new StatusCounts(counts);
    }

    /**
     * How single members stand to these organizations, by name.
     *
     * @param memberIds which members; unknown ones are absent; null for the first that are in any of the organizations
     * @param where an {@code AgentFilter} for the members to look at; empty for all
     * @param day null for what is recorded today
     */
    List<IncidenceRow> rows(
            List<String> organizationIds,
            @Nullable List<String> memberIds,
            Map<String, Object> where,
            @Nullable LocalDate day,
            int limit) {
        var parameters = parameters(organizationIds, day);
        parameters.put("memberIds", memberIds);
        parameters.put("limit", limit);
        return graph.list(
                filters.fill(MEMBERS, "AgentFilter", where, parameters),
                parameters,
                row -> new IncidenceRow(
                        row.get("id").asString(),
                        row.get("name").asString(),
                        organizationIds,
                        MembershipStatus.of(row.get("facts"))));
    }

    /** As {@link IncidenceService#each} says. */
    void each(
            List<String> organizationIds,
            Map<String, Object> where,
            @Nullable LocalDate day,
            RequestDeadline deadline,
            IncidenceService.Rows rows)
            throws IOException {
        for (var members : List.of("(member:City)", "(member:Region)")) {
            var parameters = parameters(organizationIds, day);
            var statement =
                    EACH.with(slot -> slot.name() == SlotName.MEMBERS ? Optional.of(members) : Optional.empty());
            stream.each(
                    filters.fill(statement, "AgentFilter", where, parameters),
                    parameters,
                    deadline,
                    row -> rows.take(new IncidenceRow(
                            row.get("id").asString(),
                            row.get("name").asString(),
                            organizationIds,
                            MembershipStatus.of(row.get("facts")))));
        }
    }

    private static Map<String, Object> parameters(Collection<String> organizationIds, @Nullable LocalDate day) {
        var parameters = new HashMap<String, Object>();
        parameters.put("organizationIds", List.copyOf(organizationIds));
        parameters.put("day", day);
        return parameters;
    }
}
