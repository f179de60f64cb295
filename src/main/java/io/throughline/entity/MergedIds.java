package io.throughline.entity;

import static java.util.stream.Collectors.toUnmodifiableMap;

import graphql.GraphQLContext;
import io.throughline.cypher.GraphReader;
import io.throughline.cypher.GraphVersion;
import io.throughline.cypher.Statement;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The ids of agents that were merged into others, which callers may still use. They are few, and read when the graph changed. */
@Component
public class MergedIds {

    private static final Statement ALL = Statement.in("entity/ids-of-merged.cypher");

    private record Known(String version, Map<String, String> survivors) {}

    private final GraphReader graph;
    private final GraphVersion version;
    private final AtomicReference<@Nullable Known> known = new AtomicReference<>();

    MergedIds(GraphReader graph, GraphVersion version) {
        this.graph = graph;
        this.version = version;
    }

    /** The ids of the survivors by the former ids, for a request; usually empty. */
    public Map<String, String> survivors(GraphQLContext request) {
        var ofRequest = version.of(request);
        var now = ofRequest == null ? version.read() : ofRequest;
        var last = known.get();
        if (last != null && last.version().equals(now)) {
            return last.survivors();
        }
        var survivors = graph
                .list(
                        ALL,
                        Map.of(),
                        row -> Map.entry(
                                row.get("id").asString(), row.get("survivorId").asString()))
                .stream()
                .collect(toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
        known.set(new Known(now, survivors));
        return survivors;
    }
}
