package io.throughline.analysis.path;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The steps that paths may take, as far as their memberships were read. Several memberships between the same two agents are one
 * step in each direction.
 */
final class StepGraph {

    /** Where paths continue first: up or across before down, since an organization can have many members; then by id. */
    private static final Comparator<Path.Step> ORDER = Comparator.comparing(
                    (Path.Step step) -> step.direction() == StepDirection.DOWN)
            .thenComparing(Path.Step::toId);

    private final PathDirection direction;
    private final @Nullable LocalDate day;
    private final Map<String, Map<String, SortedMap<String, MembershipEdge>>> next = new HashMap<>();
    private final Map<String, Set<String>> previous = new HashMap<>();
    private final Map<String, Set<String>> organizations = new HashMap<>();
    private final Map<String, List<Path.Step>> steps = new HashMap<>();

    /**
     * An empty graph.
     *
     * @param day the day for which steps report whether they held; null for none
     */
    StepGraph(PathDirection direction, @Nullable LocalDate day) {
        this.direction = direction;
        this.day = day;
    }

    /** Adds a membership, unless a path may not follow it. */
    void add(MembershipEdge edge) {
        if (!edge.isUsable(day)) {
            return;
        }
        organizations.computeIfAbsent(edge.memberId(), id -> new HashSet<>()).add(edge.organizationId());
        add(edge.memberId(), edge.organizationId(), edge);
        if (direction == PathDirection.ANY || edge.role().isSymmetric()) {
            add(edge.organizationId(), edge.memberId(), edge);
        }
    }

    private void add(String fromId, String toId, MembershipEdge edge) {
        next.computeIfAbsent(fromId, id -> new HashMap<>())
                .computeIfAbsent(toId, id -> new TreeMap<>())
                .put(edge.id(), edge);
        previous.computeIfAbsent(toId, id -> new HashSet<>()).add(fromId);
        steps.remove(fromId);
    }

    /** The agents that a step leads to from one of these. */
    Set<String> next(Collection<String> ids) {
        return union(ids, next, Map::keySet);
    }

    /** The agents from which a step leads to one of these. */
    Set<String> previous(Collection<String> ids) {
        return union(ids, previous, each -> each);
    }

    /** The organizations to which one of these agents belongs. */
    Set<String> organizationsOf(Collection<String> ids) {
        return union(ids, organizations, each -> each);
    }

    private static <T> Set<String> union(
            Collection<String> ids, Map<String, T> map, Function<T, Set<String>> neighbours) {
        var all = new HashSet<String>();
        for (var id : ids) {
            var found = map.get(id);
            if (found != null) {
                all.addAll(neighbours.apply(found));
            }
        }
        return all;
    }

    /** The steps from an agent, in the order in which paths are listed. */
    List<Path.Step> stepsFrom(String id) {
        return steps.computeIfAbsent(
                id,
                from -> next.getOrDefault(from, Map.of()).entrySet().stream()
                        .map(step -> Path.Step.along(step.getValue(), from, step.getKey(), day))
                        .sorted(ORDER)
                        .toList());
    }
}
