package io.throughline.analysis.path;

import io.throughline.graphql.entity.FieldSelection;
import io.throughline.model.membership.MembershipRole;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the memberships of one search into its {@link StepGraph}, as few as it can. */
final class PathReader {

    private static final int MAX_AGENTS = 1_000;

    private final PathQueries queries;
    private final PathRequest request;
    private final FieldSelection selection;
    private final StepGraph graph;
    private final Set<String> lookedUpFrom = new HashSet<>();
    private final Map<String, Integer> memberCounts = new HashMap<>();
    private boolean cutOff;

    PathReader(PathQueries queries, PathRequest request, FieldSelection selection) {
        this.queries = queries;
        this.request = request;
        this.selection = selection;
        this.graph = new StepGraph(request.direction(), request.day());
    }

    /** What was read so far. */
    StepGraph graph() {
        return graph;
    }

    /** Whether a limit was reached, so that there may be steps that were not read. */
    boolean cutOff() {
        return cutOff;
    }

    /**
     * Reads the memberships that these agents have in organizations, unless they were read before. If paths only go up, also
     * the memberships in these agents that apply in both directions.
     */
    void readUpwards(Collection<String> ids) {
        var symmetric = request.direction() == PathDirection.UP
                ? request.roles().stream().filter(MembershipRole::isSymmetric).toList()
                : List.<MembershipRole>of();
        read(ids.stream().filter(id -> !lookedUpFrom.contains(id)).toList(), request.roles(), symmetric);
        lookedUpFrom.addAll(ids);
    }

    /** Reads the memberships that others have in these agents. */
    void readDownwards(Collection<String> ids) {
        read(ids, Set.of(), request.roles());
    }

    private void read(
            Collection<String> ids, Collection<MembershipRole> roles, Collection<MembershipRole> memberRoles) {
        cutOff |= ids.size() > MAX_AGENTS;
        var first = ids.stream().sorted().limit(MAX_AGENTS).toList();
        if (!first.isEmpty()) {
            add(queries.ofAgents(first, roles, memberRoles, selection));
        }
    }

    /** Reads how agents belong both to one of some organizations and to one of others, from the side with fewer members. */
    void readSharedMembers(Collection<String> ids, Collection<String> otherIds) {
        if (memberCount(ids) > memberCount(otherIds)) {
            readSharedMembers(otherIds, ids);
            return;
        }
        add(queries.ofSharedMembers(
                ids.stream()
                        .filter(id -> memberCounts.getOrDefault(id, 0) > 0)
                        .sorted()
                        .sorted(Comparator.comparingInt(memberCounts::get))
                        .toList(),
                memberCount(ids),
                otherIds,
                request,
                selection));
    }

    private void add(PathQueries.Edges edges) {
        edges.edges().forEach(graph::add);
        memberCounts.putAll(edges.memberCounts());
        cutOff |= edges.cutOff();
    }

    /** Whether it is an agent, if its memberships were read. */
    boolean isAgent(String id) {
        return memberCounts.containsKey(id);
    }

    /** Whether one of these agents has members or may have some, because its memberships were not read. */
    boolean mayHaveMembers(Collection<String> ids) {
        return ids.stream().anyMatch(id -> memberCounts.getOrDefault(id, 1) > 0);
    }

    /** How many members these agents have together, as far as they were read. */
    int memberCount(Collection<String> ids) {
        return ids.stream().mapToInt(id -> memberCounts.getOrDefault(id, 0)).sum();
    }
}
