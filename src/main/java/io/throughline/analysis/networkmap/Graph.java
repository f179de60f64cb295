package io.throughline.analysis.networkmap;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A map as flat nodes and edges.
 *
 * @param nodes agents by distance from the roots, best connected first, then memberships if they are drawn as nodes
 * @param edges in order of id
 * @param arcs the edges whose ends both have coordinates
 */
public record Graph(List<GraphNode> nodes, List<GraphEdge> edges, List<GraphEdge> arcs, GraphStats stats) {

    /** Draws memberships as edges. */
    static Graph ofEdges(MapContent content, boolean mergeParallel) {
        var edges = mergeParallel
                ? content.ties().shown().stream()
                        .collect(groupingBy(
                                tie -> List.of(
                                        tie.membership().memberId(),
                                        tie.membership().organizationId()),
                                LinkedHashMap::new,
                                toList()))
                        .values()
                        .stream()
                        .map(GraphEdge::merged)
                : content.ties().shown().stream().map(GraphEdge::whole);
        return of(content, MembershipShape.EDGE, content.agents(), edges);
    }

    /**
     * Draws memberships as nodes, tied to their member, their organization and those of the partners they go through
     * that are shown.
     */
    static Graph ofNodes(MapContent content) {
        var agentIds = content.agents().stream().map(GraphNode::id).collect(toSet());
        var nodes = new ArrayList<GraphNode>();
        content.agents().forEach(agent -> nodes.add(agent.with(0, 0)));
        content.ties().shown().forEach(tie -> nodes.add(GraphNode.of(tie)));
        return of(
                content,
                MembershipShape.NODE,
                nodes,
                content.ties().shown().stream().flatMap(tie -> ends(tie, agentIds)));
    }

    /**
     * Draws memberships as edges, those with partners as a chain of edges through all of them. One with a partner that is
     * not shown is a single edge: a chain without that partner would be one that no source states.
     */
    static Graph ofChains(MapContent content) {
        var agentIds = content.agents().stream().map(GraphNode::id).collect(toSet());
        var edges = content.ties().shown().stream()
                .flatMap(tie -> agentIds.containsAll(tie.membership().viaIds())
                        ? GraphEdge.legs(tie).stream()
                        : Stream.of(GraphEdge.whole(tie)));
        return of(content, MembershipShape.CHAIN, content.agents(), edges);
    }

    /**
     * Draws members tied by the organizations they share, without the organizations.
     *
     * @param minShared minimum number of shared organizations for an edge
     */
    static Graph ofShared(MapContent content, int minShared) {
        var shared = new CoMembershipMap(content.agents(), content.ties().shown());
        var members = content.agents().stream()
                .filter(agent -> shared.memberIds().contains(agent.id()))
                .toList();
        return of(content, MembershipShape.SHARED, members, shared.edges(minShared).stream());
    }

    private static Stream<GraphEdge> ends(MembershipTie tie, Set<String> agentIds) {
        var membership = tie.membership();
        var id = membership.id();
        var ends = new ArrayList<GraphEdge>();
        ends.add(GraphEdge.of(id + "#member", membership.memberId(), id, "member", false, tie));
        ends.add(GraphEdge.of(id + "#organization", id, membership.organizationId(), "organization", false, tie));
        for (var place = 0; place < membership.viaIds().size(); place++) {
            var viaId = membership.viaIds().get(place);
            if (agentIds.contains(viaId)) {
                ends.add(GraphEdge.of(id + "#via-" + (place + 1), id, viaId, "via", false, tie));
            }
        }
        return ends.stream();
    }

    private static Graph of(
            MapContent content, MembershipShape membershipsAs, List<GraphNode> nodes, Stream<GraphEdge> edges) {
        var sorted = edges.sorted(Comparator.comparing(GraphEdge::id)).toList();
        var degrees = new HashMap<String, Integer>();
        sorted.forEach(edge -> {
            degrees.merge(edge.source(), 1, Integer::sum);
            degrees.merge(edge.target(), 1, Integer::sum);
        });
        var drawn = new LinkedHashMap<String, GraphNode>();
        nodes.forEach(node -> drawn.put(node.id(), node.with(degrees.getOrDefault(node.id(), 0), node.bipartite())));
        var placed = placed(sorted, drawn);
        var arcs = placed.stream().filter(GraphEdge::isArc).toList();
        return new Graph(
                List.copyOf(drawn.values()),
                placed,
                arcs,
                new GraphStats(
                        drawn.size(),
                        placed.size(),
                        placed.size() - arcs.size(),
                        content.around().leftOut(),
                        content.ties().leftOut(),
                        content.around().cutOff(),
                        membershipsAs));
    }

    /** Adds to each edge its end nodes and its index among the edges between the same two nodes. */
    private static List<GraphEdge> placed(List<GraphEdge> edges, Map<String, GraphNode> nodes) {
        var counts = new HashMap<Set<String>, Integer>();
        edges.forEach(edge -> counts.merge(ends(edge), 1, Integer::sum));
        var places = new HashMap<Set<String>, Integer>();
        return edges.stream()
                .map(edge -> edge.placed(
                        places.merge(ends(edge), 1, Integer::sum) - 1,
                        counts.getOrDefault(ends(edge), 1),
                        requireNonNull(nodes.get(edge.source())),
                        requireNonNull(nodes.get(edge.target()))))
                .toList();
    }

    private static Set<String> ends(GraphEdge edge) {
        return Stream.of(edge.source(), edge.target()).collect(toSet());
    }
}
