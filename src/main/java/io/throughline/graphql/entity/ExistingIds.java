package io.throughline.graphql.entity;

import graphql.GraphQLContext;
import io.throughline.infra.cypher.CypherStatement;
import io.throughline.infra.cypher.GraphReader;
import io.throughline.infra.cypher.GraphVersion;
import io.throughline.infra.cypher.VersionedCache;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Knows which ids something in the graph has; those seen before need no statement until the graph changes. */
@Component
public class ExistingIds {

    private static final CypherStatement THAT_EXIST = CypherStatement.in("entity/ids-that-exist.cypher");

    /** Callers repeat a few ids; this bounds what others can make us remember. */
    private static final int MAX_REMEMBERED = 50_000;

    private final GraphReader graph;
    private final VersionedCache<Set<String>> seen;

    ExistingIds(GraphReader graph, GraphVersion version) {
        this.graph = graph;
        this.seen = new VersionedCache<>(version, ConcurrentHashMap::newKeySet);
    }

    /** Those of these ids that nothing has, each once, in this order. */
    public List<String> unknown(Collection<String> ids, GraphQLContext request) {
        var existing = seen.in(request);
        var unseen =
                ids.stream().filter(id -> !existing.contains(id)).distinct().toList();
        if (unseen.isEmpty()) {
            return List.of();
        }
        var found = graph.list(
                THAT_EXIST, Map.of("ids", unseen), row -> row.get("id").asString());
        if (existing.size() + found.size() <= MAX_REMEMBERED) {
            existing.addAll(found);
        }
        return unseen.stream().filter(id -> !found.contains(id)).toList();
    }
}
