package io.throughline.analysis.networkmap;

import static java.util.stream.Collectors.toMap;

import io.throughline.graphql.connection.InvalidArgumentException;
import io.throughline.graphql.entity.Entity;
import io.throughline.infra.cypher.CypherStatement;
import io.throughline.infra.cypher.GraphReader;
import io.throughline.model.agent.LocalGovernment;
import io.throughline.model.agent.Organization;
import io.throughline.model.membership.Membership;
import io.throughline.model.membership.MembershipRole;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.neo4j.driver.types.Node;
import org.springframework.stereotype.Repository;

/**
 * Reads the content of a map: agents level by level around the roots, one statement per level, then all memberships
 * between them. Each level examines a bounded number of memberships, so an organization with a million members takes no
 * longer than one with twenty thousand.
 */
@Repository
class MapQueries {

    private static final CypherStatement AGENTS = CypherStatement.in("networkmap/agents-on-map.cypher");
    private static final CypherStatement NEIGHBOURS = CypherStatement.in("networkmap/neighbours-of-agents.cypher");
    private static final CypherStatement MEMBERSHIPS = CypherStatement.in("networkmap/memberships-among-agents.cypher");

    private static final int MAX_PER_AGENT = 20_000;
    private static final int MAX_PER_LEVEL = 100_000;
    private static final int MAX_MEMBERSHIPS = 20_000;

    private record Found(Entity entity, long weight) {}

    private record Level(int total, List<String> ids, List<String> partnersLeftOut, boolean cutOff) {}

    private final GraphReader graph;

    MapQueries(GraphReader graph) {
        this.graph = graph;
    }

    /**
     * Reads the agents within {@code depth} steps of the roots and the memberships between them.
     *
     * @param rootIds distinct
     * @param day null leaves out ended memberships
     * @param withPartners whether to add the organizations that these memberships run via, where they are further away
     * @throws InvalidArgumentException if a root is not an organization, city or region
     */
    MapContent read(
            List<String> rootIds,
            int depth,
            Collection<MembershipRole> roles,
            @Nullable LocalDate day,
            int maxNodes,
            boolean withPartners) {
        var frame = new MapFrame(rootIds, maxNodes);
        var level = rootIds;
        for (var distance = 1; distance <= depth && !level.isEmpty(); distance++) {
            var next = neighbours(level, frame.ids(), roles, day, frame.room());
            level = frame.add(next.ids(), distance, next.total(), next.partnersLeftOut(), next.cutOff());
        }
        var partnerIds = new ArrayList<String>();
        var ties = among(frame, roles, day, withPartners, partnerIds);
        if (withPartners) {
            frame.addPartners(partnerIds, depth + 1);
            // the memberships of the partners just added may run via others
            frame.addPartners(
                    ties.shown().stream()
                            .flatMap(tie -> tie.membership().viaIds().stream())
                            .distinct()
                            .toList(),
                    depth + 1);
        }
        var found = agents(frame.ids());
        for (var rootId : rootIds) {
            if (!found.containsKey(rootId)) {
                throw new InvalidArgumentException("roots", rootId, "the id of an organization, city or region");
            }
        }
        var nodes = new ArrayList<GraphNode>();
        frame.distances().forEach((id, distance) -> {
            var agent = found.get(id);
            if (agent != null) {
                nodes.add(GraphNode.of(agent.entity(), agent.weight(), distance));
            }
        });
        return new MapContent(new AgentNeighbourhood(nodes, frame.leftOut(), frame.cutOff()), ties);
    }

    /** Reads the memberships between the agents of a map and the partners there is room for; notes all such partners. */
    private MembershipTies among(
            MapFrame frame,
            Collection<MembershipRole> roles,
            @Nullable LocalDate day,
            boolean withPartners,
            List<String> partnerIds) {
        var parameters = parameters(frame.ids(), roles, day);
        parameters.put("partners", withPartners);
        parameters.put("room", frame.room());
        parameters.put("limit", MAX_MEMBERSHIPS);
        var total = new AtomicInteger();
        var shown = graph.list(MEMBERSHIPS, parameters, row -> {
            total.set(row.get("total").asInt());
            partnerIds.addAll(row.get("partnerIds").asList(Value::asString, List.of()));
            return tie(row, day);
        });
        return new MembershipTies(shown, total.get() - shown.size());
    }

    private Map<String, Found> agents(Collection<String> ids) {
        return graph
                .list(
                        AGENTS,
                        Map.of("ids", List.copyOf(ids)),
                        row -> new Found(
                                entity(row.get("agent").asNode()),
                                row.get("weight").asLong()))
                .stream()
                .collect(toMap(agent -> agent.entity().id(), agent -> agent));
    }

    private Level neighbours(
            List<String> ids,
            Collection<String> seen,
            Collection<MembershipRole> roles,
            @Nullable LocalDate day,
            int wanted) {
        var parameters = parameters(ids, roles, day);
        parameters.put("seen", List.copyOf(seen));
        parameters.put("most", MAX_PER_AGENT);
        parameters.put("limit", MAX_PER_LEVEL);
        parameters.put("wanted", wanted);
        return graph.one(
                        NEIGHBOURS,
                        parameters,
                        row -> new Level(
                                row.get("total").asInt(),
                                row.get("ids").asList(Value::asString),
                                row.get("partnersLeftOut").asList(Value::asString),
                                row.get("cutOff").asBoolean()))
                .orElseThrow();
    }

    private static Map<String, @Nullable Object> parameters(
            List<String> ids, Collection<MembershipRole> roles, @Nullable LocalDate day) {
        var parameters = new HashMap<String, @Nullable Object>();
        parameters.put("ids", ids);
        parameters.put("roles", roles.stream().sorted().map(Enum::name).toList());
        parameters.put("day", day);
        return parameters;
    }

    private static Entity entity(Node agent) {
        return agent.hasLabel("LocalGovernment") ? LocalGovernment.of(agent) : Organization.of(agent);
    }

    private static MembershipTie tie(Record row, @Nullable LocalDate day) {
        var membership = Membership.of(row.get("membership").asNode());
        return new MembershipTie(membership, day == null ? null : membership.holdsAt(day));
    }
}
