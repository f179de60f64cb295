package io.throughline.analysis.path;

import io.throughline.graphql.entity.FieldSelection;
import io.throughline.infra.cypher.CypherStatement;
import io.throughline.infra.cypher.GraphReader;
import io.throughline.model.membership.MembershipRole;
import io.throughline.model.membership.MembershipShortcut;
import io.throughline.model.membership.ValidityBounds;
import io.throughline.model.source.Status;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.springframework.stereotype.Repository;

/** Reads the memberships that paths may follow; all numbers are bounded. */
@Repository
class PathQueries {

    private static final CypherStatement OF_AGENTS = CypherStatement.in("path/memberships-of-agents.cypher");
    private static final CypherStatement SHARED = CypherStatement.in("path/shared-members.cypher");

    private static final int MAX_ROWS = 5_000;
    private static final int MAX_EDGES_PER_AGENT = 500;
    private static final int MAX_EXAMINED_MEMBERS = 5_000;

    private final GraphReader graph;

    PathQueries(GraphReader graph) {
        this.graph = graph;
    }

    /**
     * Memberships that were read.
     *
     * @param memberCounts how many members the agents have that were read, whether or not a path may follow them, by id
     * @param cutOff whether a limit was reached, so that there may be more
     */
    record Edges(List<MembershipEdge> edges, Map<String, Integer> memberCounts, boolean cutOff) {}

    /**
     * A row about an agent.
     *
     * @param edge null if the agent has no membership
     */
    private record AgentRow(
            String id, int memberCount, @Nullable MembershipEdge edge) {}

    /**
     * The memberships of agents, as members and as organizations; at most 500 of each agent as a member and, for each role, as
     * an organization. Anything that is not an agent is left out.
     *
     * @param roles the roles in which they are members
     * @param memberRoles the roles in which others are members of them
     */
    Edges ofAgents(
            Collection<String> ids,
            Collection<MembershipRole> roles,
            Collection<MembershipRole> memberRoles,
            FieldSelection selection) {
        var shortcut = MembershipShortcut.of(selection);
        var rows = graph.list(
                OF_AGENTS,
                Map.of(
                        "ids",
                        List.copyOf(ids),
                        "roles",
                        names(roles),
                        "memberRoles",
                        names(memberRoles),
                        "keys",
                        keys(shortcut),
                        "most",
                        MAX_EDGES_PER_AGENT,
                        "limit",
                        MAX_ROWS),
                row -> new AgentRow(
                        row.get("id").asString(),
                        row.get("memberCount").asInt(),
                        row.get("membershipId").isNull() ? null : edge(row, shortcut)));
        var memberCounts = new HashMap<String, Integer>();
        rows.forEach(row -> memberCounts.put(row.id(), row.memberCount()));
        var edges =
                rows.stream().map(AgentRow::edge).flatMap(Stream::ofNullable).toList();
        return new Edges(edges, memberCounts, rows.size() >= MAX_ROWS || isCapped(rows));
    }

    private static boolean isCapped(List<AgentRow> rows) {
        var counts = new HashMap<Object, Integer>();
        for (var row : rows) {
            var edge = row.edge();
            if (edge != null) {
                var isMember = edge.memberId().equals(row.id());
                counts.merge(isMember ? row.id() : Map.entry(row.id(), edge.role()), 1, Integer::sum);
            }
        }
        return counts.values().stream().anyMatch(count -> count >= MAX_EDGES_PER_AGENT);
    }

    /**
     * The memberships of agents that belong both to one of some organizations and to one of others, in both. Examines at most
     * 5,000 members of the former.
     *
     * @param ids the organizations whose members are examined, smallest first
     * @param memberCount how many members they have together
     */
    Edges ofSharedMembers(
            List<String> ids,
            int memberCount,
            Collection<String> otherIds,
            PathRequest request,
            FieldSelection selection) {
        // one more than there can be paths, to see that there are more
        var maxMembers = request.maxPaths() + 1;
        var shortcut = MembershipShortcut.of(selection);
        var parameters = new HashMap<String, @Nullable Object>();
        parameters.put("ids", ids);
        parameters.put("otherIds", List.copyOf(otherIds));
        parameters.put("roles", names(request.roles()));
        parameters.put("day", request.day());
        parameters.put("keys", keys(shortcut));
        parameters.put("most", MAX_EXAMINED_MEMBERS);
        parameters.put("limit", maxMembers);
        var edges = graph.list(SHARED, parameters, row -> edge(row, shortcut));
        var members = edges.stream().map(MembershipEdge::memberId).distinct().count();
        return new Edges(edges, Map.of(), memberCount > MAX_EXAMINED_MEMBERS || members >= maxMembers);
    }

    private static MembershipEdge edge(Record row, Optional<MembershipShortcut> shortcut) {
        return new MembershipEdge(
                row.get("membershipId").asString(),
                row.get("memberId").asString(),
                row.get("organizationId").asString(),
                MembershipRole.valueOf(row.get("role").asString()),
                row.get("status").isNull()
                        ? null
                        : Status.valueOf(row.get("status").asString()),
                row.get("lapsed").asBoolean(),
                ValidityBounds.of(row),
                shortcut.map(each -> each.read(row.get("membership"))).orElse(null));
    }

    private static List<String> keys(Optional<MembershipShortcut> shortcut) {
        return shortcut.map(MembershipShortcut::keys).orElse(List.of());
    }

    private static List<String> names(Collection<MembershipRole> roles) {
        return roles.stream().map(Enum::name).toList();
    }
}
