package io.throughline.graphql.entity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.GraphQLContext;
import io.throughline.infra.cypher.GraphVersion;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Caches entities that lists refer to often (see {@link EntityType#cached}) until the graph changes. An entity cached for a
 * version was read after that version, so a request never sees an older graph than the version it read at its start.
 */
@Component
class EntityCache {

    /** A few megabytes. */
    private static final int MAX_ENTITIES = 10_000;

    private record Key(String version, String id) {}

    private final Cache<Key, Entity> entities =
            Caffeine.newBuilder().maximumSize(MAX_ENTITIES).build();
    private final GraphVersion graph;

    EntityCache(GraphVersion graph) {
        this.graph = graph;
    }

    /** The cached entity for a request; null if it has to be fetched. */
    @Nullable Entity get(String id, GraphQLContext request) {
        var version = graph.of(request);
        return version == null ? null : entities.getIfPresent(new Key(version, id));
    }

    /**
     * Caches an entity that was fetched for a request with all its properties.
     *
     * @param id the id it was fetched by, which may be a former one of a merged agent
     */
    void put(String id, Entity entity, GraphQLContext request) {
        var version = graph.of(request);
        if (version != null) {
            entities.put(new Key(version, id), entity);
        }
    }
}
