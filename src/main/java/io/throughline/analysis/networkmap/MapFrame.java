package io.throughline.analysis.networkmap;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The agents that a map has room for, in the order in which they are found, and the number of those it has no room for. */
class MapFrame {

    private final Map<String, Integer> distances = new LinkedHashMap<>();
    private final Set<String> partnersLeftOut = new HashSet<>();
    private final int maxNodes;
    private int leftOut;
    private boolean cutOff;

    /**
     * A map with only its roots.
     *
     * @param rootIds distinct, at most {@code maxNodes}
     */
    MapFrame(List<String> rootIds, int maxNodes) {
        rootIds.forEach(id -> distances.put(id, 0));
        this.maxNodes = maxNodes;
    }

    /**
     * Adds the agents of one step.
     *
     * @param nextIds those there is room for
     * @param total how many were found
     * @param leftOutIds the partners among those there is no room for
     * @param truncated whether there may be more
     * @return where to search on: the added agents, none if some are left out
     */
    List<String> add(List<String> nextIds, int distance, int total, Collection<String> leftOutIds, boolean truncated) {
        nextIds.forEach(id -> distances.put(id, distance));
        partnersLeftOut.addAll(leftOutIds);
        cutOff |= truncated;
        leftOut = total - nextIds.size();
        return leftOut > 0 ? List.of() : nextIds;
    }

    /**
     * Adds the partners that memberships on the map run via, as far as there is room; counts each of the others once, also
     * if it was found and left out before.
     *
     * @param partnerIds distinct, most important first; may be on the map already
     */
    void addPartners(List<String> partnerIds, int distance) {
        for (var id : partnerIds) {
            if (!distances.containsKey(id)) {
                if (room() > 0) {
                    distances.put(id, distance);
                } else if (partnersLeftOut.add(id)) {
                    leftOut++;
                }
            }
        }
    }

    /** The number of agents there is room for. */
    int room() {
        return maxNodes - distances.size();
    }

    List<String> ids() {
        return List.copyOf(distances.keySet());
    }

    /** The number of steps from the nearest root by id, in the order in which they were added. */
    Map<String, Integer> distances() {
        return distances;
    }

    int leftOut() {
        return leftOut;
    }

    /** Whether there may be agents that were not examined. */
    boolean cutOff() {
        return cutOff;
    }
}
