package io.throughline.analysis.path;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Searches for the shortest paths in any direction, from both ends towards the middle, one length after the other until one has
 * paths. It looks down from an organization only if a member of it may be on the path, and then from the end with fewer members.
 */
final class ShortestPathSearch {

    private final PathRequest request;
    private final PathReader reader;
    private final End from;
    private final End to;

    /** @param reader has read the organizations of both ends */
    ShortestPathSearch(PathRequest request, PathReader reader) {
        this.request = request;
        this.reader = reader;
        this.from = new End(request.fromId());
        this.to = new End(request.toId());
    }

    PathSearch run() {
        for (var length = 1; length <= request.maxLength(); length++) {
            var shorterPossible = reader.cutOff();
            if (length > 2) {
                var end = endWithFewerMembers();
                end.advance();
                if (end.frontier.isEmpty()) {
                    break;
                }
            }
            if (length > 1) {
                readTwoStepsBetweenFrontiers();
            }
            var found = PathFinder.find(reader.graph(), request, length, length);
            if (!found.paths().isEmpty()) {
                var cutOff = found.cutOff() || reader.cutOff();
                return new PathSearch(found.paths(), cutOff, PathNotes.found(request, cutOff, shorterPossible));
            }
        }
        return new PathSearch(List.of(), reader.cutOff(), PathNotes.none(request, reader));
    }

    private End endWithFewerMembers() {
        return reader.memberCount(from.frontier) <= reader.memberCount(to.frontier) ? from : to;
    }

    /** Reads what connects agents on the two frontiers in one or two steps. */
    private void readTwoStepsBetweenFrontiers() {
        reader.readUpwards(agentsToLookUpFrom());
        // some of the organizations in the middle are known only now
        reader.readUpwards(agentsToLookUpFrom());
        if (reader.mayHaveMembers(from.frontier) && reader.mayHaveMembers(to.frontier)) {
            reader.readSharedMembers(from.frontier, to.frontier);
        }
    }

    /** Those on the frontiers and, where one in the middle can be a member of one of the other frontier, those in the middle. */
    private Set<String> agentsToLookUpFrom() {
        var agents = new HashSet<>(from.frontier);
        agents.addAll(to.frontier);
        if (reader.mayHaveMembers(to.frontier)) {
            agents.addAll(reader.graph().organizationsOf(from.frontier));
        }
        if (reader.mayHaveMembers(from.frontier)) {
            agents.addAll(reader.graph().organizationsOf(to.frontier));
        }
        return agents;
    }

    /** One end of the paths. */
    private final class End {

        private final Set<String> seen;

        /** The agents at a certain distance. */
        private Set<String> frontier;

        End(String id) {
            seen = new HashSet<>(Set.of(id));
            frontier = Set.of(id);
        }

        /** Moves the frontier one step further away; its agents must have been looked up from. */
        void advance() {
            if (reader.mayHaveMembers(frontier)) {
                reader.readDownwards(frontier);
            }
            frontier = reader.graph().next(frontier);
            frontier.removeAll(seen);
            seen.addAll(frontier);
        }
    }
}
