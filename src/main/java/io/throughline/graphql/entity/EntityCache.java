package io.throughline.graphql.entity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.GraphQLContext;
import io.throughline.infra.cypher.GraphVersion;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Keeps entities that lists point at again and again, as their {@link EntityType} says, for as long as the graph is the
 * same. What is kept for a version was read after that version, so a request never sees an older graph than the
 * one whose version it read when it began.
 */
@Component
class EntityCache {

    /** Some megabytes. */
    private static final int MOST = 10_000;

    private record Key(String version, String id) {}

    private final Cache<Key, Entity> entities =
            Caffeine.newBuilder().maximumSize(MOST).build();
    private final GraphVersion graph;

    EntityCache(GraphVersion graph) {
        this.graph = graph;
    }

    /** What is at hand for a request; null when it has to be fetched. */
    @Nullable Entity get(String id, GraphQLContext request) {
        var version = graph.of(request);
        return version == null ? null : entities.getIfPresent(new Key(version, id));
    }

    /**
     * Keeps what was fetched for a request, with all its properties.
     *
     * @param id that it was fetched by, which may be one that it had before a merge
     */
    void keep(String id, Entity entity, GraphQLContext request) {
        var version = graph.of(request);
        if (version != null) {
            entities.put(new Key(version, id), entity);
        }
    }
}
