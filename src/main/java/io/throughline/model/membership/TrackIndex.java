package io.throughline.model.membership;

import static java.util.stream.Collectors.toUnmodifiableMap;

import io.throughline.infra.cypher.CypherStatement;
import io.throughline.infra.cypher.GraphReader;
import io.throughline.infra.cypher.GraphVersion;
import io.throughline.infra.cypher.VersionedCache;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.neo4j.driver.Value;
import org.springframework.stereotype.Component;

/**
 * The tracks of organizations: a member of a track is a member of the whole. They are few, and cached until the graph
 * changes.
 */
@Component
class TrackIndex {

    private static final CypherStatement ALL = CypherStatement.in("membership/tracks-of-organizations.cypher");

    private final VersionedCache<Map<String, List<String>>> tracks;

    TrackIndex(GraphReader graph, GraphVersion version) {
        this.tracks = new VersionedCache<>(
                version,
                () -> graph
                        .list(
                                ALL,
                                Map.of(),
                                row -> Map.entry(
                                        row.get("id").asString(),
                                        row.get("trackIds").asList(Value::asString)))
                        .stream()
                        .collect(toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** The ids of organizations and of all their tracks, each once. */
    List<String> with(Collection<String> organizationIds) {
        var known = tracks.now();
        return organizationIds.stream()
                .flatMap(id -> Stream.concat(Stream.of(id), known.getOrDefault(id, List.of()).stream()))
                .distinct()
                .toList();
    }
}
