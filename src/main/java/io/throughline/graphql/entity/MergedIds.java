package io.throughline.graphql.entity;

import static java.util.stream.Collectors.toUnmodifiableMap;

import graphql.GraphQLContext;
import io.throughline.infra.cypher.CypherStatement;
import io.throughline.infra.cypher.GraphReader;
import io.throughline.infra.cypher.GraphVersion;
import io.throughline.infra.cypher.VersionedCache;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The former ids of merged agents, which callers may still use. There are few; they are read again when the graph changes. */
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

    /** For a request, the survivors' ids by former id; usually empty. */
    public Map<String, String> survivors(GraphQLContext request) {
        return survivors.in(request);
    }
}
