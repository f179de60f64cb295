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
 * Reads organizations as sets of members: cities and regions with the role MEMBER or SIGNATORY. A member with several
 * memberships in one organization counts once.
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
     * Counts the members by their status in these organizations.
     *
     * @param where an {@code AgentFilter} for the members to look at; empty for all
     * @param day null for what is recorded today
     */
    StatusCounts statusCounts(Collection<String> organizationIds, Map<String, Object> where, @Nullable LocalDate day) {
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
     * Reads the status of individual members in these organizations, by name.
     *
     * @param memberIds which members (unknown ones are skipped); null for the first that are in any of the
     *     organizations
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

    /**
     * Streams all rows: cities by name, then regions by name.
     *
     * @param where an {@code AgentFilter} for the members to include; empty for all
     * @param day null for what is recorded today
     * @throws IOException if thrown by {@code rows}
     */
    void each(
            List<String> organizationIds,
            Map<String, Object> where,
            @Nullable LocalDate day,
            RequestDeadline deadline,
            IncidenceRow.RowConsumer rows)
            throws IOException {
        for (var members : List.of("(member:City)", "(member:Region)")) {
            var parameters = parameters(organizationIds, day);
            var statement =
                    EACH.with(slot -> slot.name() == SlotName.MEMBERS ? Optional.of(members) : Optional.empty());
            stream.each(
                    filters.fill(statement, "AgentFilter", where, parameters),
                    parameters,
                    deadline,
                    row -> rows.accept(new IncidenceRow(
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
