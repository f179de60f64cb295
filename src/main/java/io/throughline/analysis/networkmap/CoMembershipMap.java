package io.throughline.analysis.networkmap;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import io.throughline.graphql.connection.InvalidArgumentException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The projection of a map onto its members (Breiger 1974): ties between members of the same organizations. Several
 * memberships of one member in one organization count once.
 */
class CoMembershipMap {

    private static final int MAX_EDGES = 20_000;

    private final Map<String, GraphNode> organizations;
    /** By member id, then by organization id. */
    private final Map<String, Map<String, List<MembershipTie>>> ties;

    CoMembershipMap(List<GraphNode> agents, List<MembershipTie> ties) {
        this.organizations = agents.stream().collect(toMap(GraphNode::id, agent -> agent));
        this.ties = ties.stream()
                .collect(groupingBy(
                        tie -> tie.membership().memberId(),
                        TreeMap::new,
                        groupingBy(tie -> tie.membership().organizationId(), TreeMap::new, toList())));
    }

    Set<String> memberIds() {
        return ties.keySet();
    }

    /**
     * Returns an edge for each pair of members that share at least {@code minShared} organizations.
     *
     * @param minShared at least 1
     * @throws InvalidArgumentException if there are too many pairs to draw
     */
    List<GraphEdge> edges(int minShared) {
        var ids = List.copyOf(ties.keySet());
        var earlier = new LinkedHashMap<String, List<Integer>>();
        var edges = new ArrayList<GraphEdge>();
        var pairs = 0;
        for (var index = 0; index < ids.size(); index++) {
            var shared = new int[index];
            var joined = requireNonNull(ties.get(ids.get(index))).keySet();
            for (var organizationId : joined) {
                var members = earlier.computeIfAbsent(organizationId, id -> new ArrayList<>());
                members.forEach(other -> shared[other]++);
                members.add(index);
            }
            for (var other = 0; other < index; other++) {
                if (shared[other] >= minShared && ++pairs <= MAX_EDGES) {
                    edges.add(edge(ids.get(other), ids.get(index)));
                }
            }
        }
        if (pairs > MAX_EDGES) {
            throw new InvalidArgumentException(
                    "minShared",
                    minShared,
                    "a larger number: %d pairs share that many, and at most %d are drawn".formatted(pairs, MAX_EDGES));
        }
        return edges;
    }

    private GraphEdge edge(String memberId, String otherId) {
        var one = requireNonNull(ties.get(memberId));
        var other = requireNonNull(ties.get(otherId));
        var shared = one.keySet().stream().filter(other::containsKey).toList();
        var both = new ArrayList<MembershipTie>();
        for (var organizationId : shared) {
            both.addAll(requireNonNull(one.get(organizationId)));
            both.addAll(requireNonNull(other.get(organizationId)));
        }
        return GraphEdge.shared(
                memberId,
                otherId,
                shared.stream().map(id -> requireNonNull(organizations.get(id))).toList(),
                both);
    }
}
