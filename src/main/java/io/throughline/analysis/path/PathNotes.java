package io.throughline.analysis.path;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Says what the result of a search means. */
final class PathNotes {

    static final String SAME_ENDS = "`from` and `to` are the same agent, so there is no path between them.";
    static final String NO_ROLES = "`roles` is empty, so there is no membership to follow.";

    private PathNotes() {}

    /**
     * A note on paths that were found.
     *
     * @param shorterPossible whether shorter ones may have been missed
     */
    static String found(PathRequest request, boolean cutOff, boolean shorterPossible) {
        var notes = new ArrayList<>(List.of("Assembled from separate memberships; no source states a whole path."));
        if (request.direction() == PathDirection.ANY) {
            notes.add("Only the shortest are listed.");
        }
        if (cutOff) {
            notes.add("The search was cut off: there may be more%s."
                    .formatted(shorterPossible ? ", and shorter ones" : ""));
        }
        return String.join(" ", notes);
    }

    /** A note on a search between two agents that found nothing. */
    static String none(PathRequest request, PathReader reader) {
        for (var id : List.of(request.fromId(), request.toId())) {
            if (!reader.isAgent(id)) {
                return "%s is not an agent; only cities, regions and organizations have memberships.".formatted(id);
            }
        }
        if (reader.cutOff()) {
            return "No path was found, but the search was cut off: there may be some.";
        }
        var notes = unconnectedEnds(request, reader);
        if (notes.isEmpty()) {
            notes.add("No path of at most %d step%s is recorded."
                    .formatted(request.maxLength(), request.maxLength() == 1 ? "" : "s"));
        }
        notes.add("\"Not recorded\" does not mean \"not connected\".");
        if (request.direction() == PathDirection.UP) {
            notes.add("`direction: ANY` also finds paths that go down.");
        }
        return String.join(" ", notes);
    }

    /** Which ends have nothing recorded that a path could follow. */
    private static List<String> unconnectedEnds(PathRequest request, PathReader reader) {
        var goesUp = request.direction() == PathDirection.UP;
        var from = Set.of(request.fromId());
        var to = Set.of(request.toId());
        var membershipless = "%s has no recorded membership in these roles that "
                + (request.day() == null ? "has not ended." : "may have held on %s.".formatted(request.day()));
        var notes = new ArrayList<String>();
        if (reader.graph().next(from).isEmpty() && (goesUp || !reader.mayHaveMembers(from))) {
            notes.add(membershipless.formatted(request.fromId()));
        }
        if (reader.graph().previous(to).isEmpty() && !reader.mayHaveMembers(to)) {
            notes.add((goesUp ? "%s has no recorded members." : membershipless).formatted(request.toId()));
        }
        return notes;
    }
}
