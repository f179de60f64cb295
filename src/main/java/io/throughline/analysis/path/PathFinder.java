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
 * The ways through links that were found, shortest first. Several memberships between the same two agents are one step.
 * It tries only steps from which the end can still be reached, and gives up after a number of tries that depends on
 * nothing.
 */
final class PathFinder {

    private final int mostPaths;
    private final @Nullable LocalDate day;
    private final Map<String, TreeMap<String, List<PathStep>>> next = new HashMap<>();
    private final List<Path> found = new ArrayList<>();
    private int triesLeft;

    /**
     * @param day the day for which steps say whether they held; null for none
     */
    PathFinder(Collection<PathStep> links, @Nullable LocalDate day, int mostPaths, int mostTries) {
        this.day = day;
        this.mostPaths = mostPaths;
        this.triesLeft = mostTries;
        for (var link : links) {
            next.computeIfAbsent(link.fromId(), id -> new TreeMap<>())
                    .computeIfAbsent(link.toId(), id -> new ArrayList<>())
                    .add(link);
        }
    }

    PathSearch between(String fromId, String toId, int maxLength) {
        var leading = leadingTo(toId, maxLength);
        var all = true;
        for (var length = 1; length <= maxLength && all; length++) {
            all = extend(List.of(), Set.of(fromId), fromId, length, leading);
        }
        return new PathSearch(List.copyOf(found), !all);
    }

    /** From where the end can be reached in exactly so many steps, for every number of steps. */
    private List<Set<String>> leadingTo(String toId, int maxLength) {
        var leading = new ArrayList<Set<String>>();
        leading.add(Set.of(toId));
        for (var length = 1; length <= maxLength; length++) {
            var ends = leading.get(length - 1);
            var starts = new HashSet<String>();
            next.forEach((from, steps) -> {
                if (!from.equals(toId) && steps.keySet().stream().anyMatch(ends::contains)) {
                    starts.add(from);
                }
            });
            leading.add(starts);
        }
        return leading;
    }

    /** Whether everything was tried. */
    private boolean extend(
            List<Path.Step> steps, Set<String> passed, String here, int remaining, List<Set<String>> leading) {
        if (remaining == 0) {
            if (found.size() == mostPaths) {
                return false;
            }
            found.add(new Path(steps));
            return true;
        }
        for (var step : next.getOrDefault(here, new TreeMap<>()).entrySet()) {
            var there = step.getKey();
            if (passed.contains(there) || !leading.get(remaining - 1).contains(there)) {
                continue;
            }
            if (triesLeft-- <= 0) {
                return false;
            }
            var further = new ArrayList<>(steps);
            further.add(step(here, there, step.getValue()));
            var withThere = new HashSet<>(passed);
            withThere.add(there);
            if (!extend(further, withThere, there, remaining - 1, leading)) {
                return false;
            }
        }
        return true;
    }

    private Path.Step step(String from, String to, List<PathStep> links) {
        var memberships = new LinkedHashSet<String>();
        links.forEach(link -> memberships.add(link.membershipId()));
        var holds = day == null
                ? null
                : links.stream().anyMatch(link -> link.on(day) == Truth.HOLDS) ? Truth.HOLDS : Truth.UNKNOWN;
        return new Path.Step(from, to, List.copyOf(memberships), holds);
    }
}
