package io.throughline.analysis.path;

import io.throughline.graphql.entity.FieldSelection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;

/**
 * Searches for paths level by level, with a bounded number of statements per level. Few agents belong to many organizations,
 * but an organization can have a million members: so it looks up from both ends, and down only where that is not enough.
 */
@Service
class PathSearcher {

    private final PathQueries queries;

    PathSearcher(PathQueries queries) {
        this.queries = queries;
    }

    /** Returns the paths from one agent to another: all that go up, or the shortest in any direction. */
    PathSearch search(PathRequest request, FieldSelection selection) {
        if (request.fromId().equals(request.toId())) {
            return new PathSearch(List.of(), false, PathNotes.SAME_ENDS);
        }
        if (request.roles().isEmpty()) {
            return new PathSearch(List.of(), false, PathNotes.NO_ROLES);
        }
        var reader = new PathReader(queries, request, selection);
        reader.readUpwards(Set.of(request.fromId(), request.toId()));
        return request.direction() == PathDirection.UP
                ? allUpwards(request, reader)
                : new ShortestPathSearch(request, reader).run();
    }

    private static PathSearch allUpwards(PathRequest request, PathReader reader) {
        var seen = new HashSet<>(Set.of(request.fromId(), request.toId()));
        var level = Set.of(request.fromId());
        for (var length = 1; length <= request.maxLength() && !level.isEmpty(); length++) {
            reader.readUpwards(level);
            level = reader.graph().next(level);
            level.removeAll(seen);
            seen.addAll(level);
        }
        var found = PathFinder.find(reader.graph(), request, 1, request.maxLength());
        var cutOff = found.cutOff() || reader.cutOff();
        return new PathSearch(
                found.paths(),
                cutOff,
                found.paths().isEmpty() ? PathNotes.none(request, reader) : PathNotes.found(request, cutOff, false));
    }
}
