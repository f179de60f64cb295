package io.throughline.analysis.path;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds the paths through the steps that were read, shortest first. Tries only steps from which the end can still be reached,
 * and gives up after a fixed number of tries.
 */
final class PathFinder {

    private static final int MAX_TRIES = 100_000;

    private final StepGraph graph;
    private final int maxPaths;
    private final List<Path> found = new ArrayList<>();
    private int triesLeft = MAX_TRIES;

    private PathFinder(StepGraph graph, int maxPaths) {
        this.graph = graph;
        this.maxPaths = maxPaths;
    }

    /**
     * The paths that were found.
     *
     * @param paths shortest first
     * @param cutOff whether it stopped before it had tried everything
     */
    record Found(List<Path> paths, boolean cutOff) {}

    /** Finds the paths between the ends of a request that have at least and at most so many steps. */
    static Found find(StepGraph graph, PathRequest request, int minLength, int maxLength) {
        return new PathFinder(graph, request.maxPaths()).find(request.fromId(), request.toId(), minLength, maxLength);
    }

    private Found find(String fromId, String toId, int minLength, int maxLength) {
        var reaching = reaching(toId, maxLength);
        var all = true;
        for (var length = minLength; length <= maxLength && all; length++) {
            if (reaching.get(length).contains(fromId)) {
                all = extend(List.of(), Set.of(fromId), fromId, length, reaching);
            }
        }
        return new Found(List.copyOf(found), !all);
    }

    /** For each number of steps, the agents from which the end can be reached in exactly that many. */
    private List<Set<String>> reaching(String toId, int maxLength) {
        var reaching = new ArrayList<Set<String>>();
        reaching.add(Set.of(toId));
        for (var length = 1; length <= maxLength; length++) {
            var starts = graph.previous(reaching.get(length - 1));
            starts.remove(toId);
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
        for (var step : graph.stepsFrom(here)) {
            var there = step.toId();
            if (passed.contains(there) || !reaching.get(remaining - 1).contains(there)) {
                continue;
            }
            if (triesLeft-- <= 0) {
                return false;
            }
            var further = new ArrayList<>(steps);
            further.add(step);
            var withThere = new HashSet<>(passed);
            withThere.add(there);
            if (!extend(further, withThere, there, remaining - 1, reaching)) {
                return false;
            }
        }
        return true;
    }
}
