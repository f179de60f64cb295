package io.throughline.analysis.path;

import io.throughline.reference.date.Truth;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds the paths through the steps that were read, shortest first. Several memberships between the same two agents are
 * one step. Tries only steps from which the end can still be reached, and gives up after a fixed number of tries.
 */
final class PathFinder {

    private final int maxPaths;
    private final @Nullable LocalDate day;
    private final Map<String, TreeMap<String, List<PathStep>>> next = new HashMap<>();
    private final List<Path> found = new ArrayList<>();
    private int triesLeft;

    /**
     * @param day the day for which steps report whether they held; null for none
     */
    PathFinder(Collection<PathStep> steps, @Nullable LocalDate day, int maxPaths, int maxTries) {
        this.day = day;
        this.maxPaths = maxPaths;
        this.triesLeft = maxTries;
        for (var step : steps) {
            next.computeIfAbsent(step.fromId(), id -> new TreeMap<>())
                    .computeIfAbsent(step.toId(), id -> new ArrayList<>())
                    .add(step);
        }
    }

    PathSearch find(String fromId, String toId, int maxLength) {
        var reaching = reaching(toId, maxLength);
        var all = true;
        for (var length = 1; length <= maxLength && all; length++) {
            all = extend(List.of(), Set.of(fromId), fromId, length, reaching);
        }
        return new PathSearch(List.copyOf(found), !all);
    }

    /** For each number of steps, the agents from which the end can be reached in exactly that many. */
    private List<Set<String>> reaching(String toId, int maxLength) {
        var reaching = new ArrayList<Set<String>>();
        reaching.add(Set.of(toId));
        for (var length = 1; length <= maxLength; length++) {
            var ends = reaching.get(length - 1);
            var starts = new HashSet<String>();
            next.forEach((from, steps) -> {
                if (!from.equals(toId) && steps.keySet().stream().anyMatch(ends::contains)) {
                    starts.add(from);
                }
            });
            reaching.add(starts);
        }
        return reaching;
    }

    /** Returns whether everything was tried. */
    private boolean extend(
            List<Path.Step> steps, Set<String> passed, String here, int remaining, List<Set<String>> reaching) {
        if (remaining == 0) {
            if (found.size() == maxPaths) {
                return false;
            }
            found.add(new Path(steps));
            return true;
        }
        for (var step : next.getOrDefault(here, new TreeMap<>()).entrySet()) {
            var there = step.getKey();
            if (passed.contains(there) || !reaching.get(remaining - 1).contains(there)) {
                continue;
            }
            if (triesLeft-- <= 0) {
                return false;
            }
            var further = new ArrayList<>(steps);
            further.add(step(here, there, step.getValue()));
            var withThere = new HashSet<>(passed);
            withThere.add(there);
            if (!extend(further, withThere, there, remaining - 1, reaching)) {
                return false;
            }
        }
        return true;
    }

    private Path.Step step(String from, String to, List<PathStep> parallel) {
        var memberships = new LinkedHashSet<String>();
        parallel.forEach(step -> memberships.add(step.membershipId()));
        var holds = day == null
                ? null
                : parallel.stream().anyMatch(step -> step.on(day) == Truth.HOLDS) ? Truth.HOLDS : Truth.UNKNOWN;
        return new Path.Step(from, to, List.copyOf(memberships), holds);
    }
}
