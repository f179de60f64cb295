package io.throughline.analysis.path;

import io.throughline.infra.cypher.CypherStatement;
import io.throughline.infra.cypher.GraphReader;
import io.throughline.model.membership.MembershipRole;
import io.throughline.model.membership.ValidityBounds;
import io.throughline.model.source.Status;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/**
 * Searches for paths level by level, one statement per level, always upwards from the member: few agents belong to many
 * organizations, while an organization can have a million members. All numbers are bounded, so no search takes forever.
 */
@Repository
class PathQueries {

    private static final CypherStatement STEPS = CypherStatement.in("path/steps-from-agents.cypher");

    /** Roles that hold in both directions and are stored once. */
    private static final Set<MembershipRole> SYMMETRIC = Set.of(MembershipRole.COLLABORATOR, MembershipRole.SIBLING);

    private static final int MAX_PATHS = 200;
    private static final int MAX_TRIES = 100_000;
    private static final int MAX_AGENTS_PER_LEVEL = 1_000;
    private static final int MAX_STEPS_PER_LEVEL = 5_000;
    private static final int MAX_STEPS_PER_AGENT = 500;

    private final GraphReader graph;

    PathQueries(GraphReader graph) {
        this.graph = graph;
    }

    /**
     * Returns the paths from one agent to another.
     *
     * @param day memberships that certainly did not hold on it are left out; null for any day
     */
    PathSearch search(
            String fromId, String toId, int maxLength, Collection<MembershipRole> roles, @Nullable LocalDate day) {
        if (fromId.equals(toId) || roles.isEmpty()) {
            return new PathSearch(List.of(), false);
        }
        var cutOff = false;
        // The end can be the member in the last step; searching from its side finds it however many others there are.
        var usable = new ArrayList<PathStep>();
        for (var step : steps(Set.of(toId), symmetric(roles), List.of())) {
            if (step.isUsable(day)) {
                usable.add(step.reversed());
            }
        }
        var seen = new HashSet<>(Set.of(fromId, toId));
        var level = new TreeSet<>(Set.of(fromId));
        for (var length = 1; length <= maxLength && !level.isEmpty(); length++) {
            var steps = steps(level, roles, symmetric(roles));
            cutOff |= steps.size() >= MAX_STEPS_PER_LEVEL || hasCappedAgent(steps);
            level = new TreeSet<>();
            for (var step : steps) {
                if (step.isUsable(day)) {
                    usable.add(step);
                    if (seen.add(step.toId())) {
                        level.add(step.toId());
                    }
                }
            }
            while (level.size() > MAX_AGENTS_PER_LEVEL) {
                level.pollLast();
                cutOff = true;
            }
        }
        var found = new PathFinder(usable, day, MAX_PATHS, MAX_TRIES).find(fromId, toId, maxLength);
        return new PathSearch(found.paths(), cutOff || found.cutOff());
    }

    private List<PathStep> steps(Set<String> ids, Collection<MembershipRole> roles, List<MembershipRole> symmetric) {
        if (roles.isEmpty()) {
            return List.of();
        }
        return graph.list(
                STEPS,
                Map.of(
                        "ids",
                        List.copyOf(ids),
                        "roles",
                        names(roles),
                        "symmetric",
                        names(symmetric),
                        "most",
                        MAX_STEPS_PER_AGENT,
                        "limit",
                        MAX_STEPS_PER_LEVEL),
                row -> new PathStep(
                        row.get("id").asString(),
                        row.get("nextId").asString(),
                        row.get("membershipId").asString(),
                        row.get("status").isNull()
                                ? null
                                : Status.valueOf(row.get("status").asString()),
                        row.get("lapsed").asBoolean(),
                        ValidityBounds.of(row)));
    }

    private static boolean hasCappedAgent(List<PathStep> steps) {
        var counts = new HashMap<String, Integer>();
        steps.forEach(step -> counts.merge(step.fromId(), 1, Integer::sum));
        return counts.values().stream().anyMatch(count -> count >= MAX_STEPS_PER_AGENT);
    }

    private static List<MembershipRole> symmetric(Collection<MembershipRole> roles) {
        return roles.stream().filter(SYMMETRIC::contains).sorted().toList();
    }

    private static List<String> names(Collection<MembershipRole> roles) {
        return roles.stream().map(Enum::name).toList();
    }
}
