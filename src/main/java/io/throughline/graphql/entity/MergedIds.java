package io.throughline.graphql.entity;

import static java.util.stream.Collectors.toUnmodifiableMap;

import graphql.GraphQLContext;
import io.throughline.infra.cypher.CypherStatement;
import io.throughline.infra.cypher.GraphReader;
import io.throughline.infra.cypher.GraphVersion;
import io.throughline.infra.cypher.VersionedCache;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The ids of agents that were merged into others, which callers may still use. They are few, and read when the graph changed. */
@Component
public class MergedIds {

    private static final CypherStatement ALL = CypherStatement.in("entity/ids-of-merged.cypher");

    private final VersionedCache<Map<String, String>> survivors;

    MergedIds(GraphReader graph, GraphVersion version) {
        this.survivors = new VersionedCache<>(
                version,
                () -> graph
                        .list(
                                ALL,
                                Map.of(),
                                row -> Map.entry(
                                        row.get("id").asString(),
                                        row.get("survivorId").asString()))
                        .stream()
                        .collect(toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** The ids of the survivors by the former ids, for a request; usually empty. */
    public Map<String, String> survivors(GraphQLContext request) {
        return survivors.in(request);
    }
}
