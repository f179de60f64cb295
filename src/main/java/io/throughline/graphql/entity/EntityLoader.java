package io.throughline.graphql.entity;

import static java.util.concurrent.CompletableFuture.completedFuture;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import graphql.GraphQLContext;
import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Fetches entities by id: all ids of one level of a request in one statement, each at most once, and none that an earlier
 * request already cached for this graph version.
 */
@Component
public class EntityLoader {

    private static final String NAME = "entities";

    private final EntityQueries entities;
    private final EntityCache cache;

    EntityLoader(EntityQueries entities, EntityCache cache, BatchLoaderRegistry loaders) {
        this.entities = entities;
        this.cache = cache;
        loaders.<String, Entity>forName(NAME)
                .registerMappedBatchLoader((ids, environment) ->
                        Mono.fromSupplier(() -> load(ids, Objects.requireNonNull(environment.getContext()))));
    }

    /** The entity with this id, or null if it is unknown or of another type, or the id is null. */
    public <T> CompletableFuture<@Nullable T> one(
            @Nullable String id, Class<T> type, DataFetchingEnvironment environment) {
        if (id == null) {
            return completedFuture(null);
        }
        return each(id, environment).thenApply(entity -> type.isInstance(entity) ? type.cast(entity) : null);
    }

    /** The entities with these ids, in this order; unknown ones are omitted. */
    public <T> CompletableFuture<List<T>> all(List<String> ids, Class<T> type, DataFetchingEnvironment environment) {
        return each(ids, environment)
                .thenApply(entities -> entities.stream()
                        .filter(Objects::nonNull)
                        .filter(type::isInstance)
                        .map(type::cast)
                        .toList());
    }

    /** The entities with these ids, in this order; null where an id is unknown. */
    public CompletableFuture<List<@Nullable Entity>> each(List<String> ids, DataFetchingEnvironment environment) {
        var all = ids.stream().map(id -> each(id, environment)).toList();
        return CompletableFuture.allOf(all.toArray(CompletableFuture[]::new))
                .thenApply(done -> all.stream().map(CompletableFuture::join).collect(toList()));
    }

    private CompletableFuture<@Nullable Entity> each(String id, DataFetchingEnvironment environment) {
        var cached = cache.get(id, environment.getGraphQlContext());
        if (cached != null) {
            return completedFuture(cached);
        }
        DataLoader<String, @Nullable Entity> loader = Objects.requireNonNull(environment.getDataLoader(NAME));
        return loader.load(id);
    }

    private Map<String, Entity> load(Set<String> ids, GraphQLContext request) {
        var found = entities.byId(ids, FieldSelection.in(request));
        found.forEach((id, each) -> {
            if (each.cached()) {
                cache.put(id, each.entity(), request);
            }
        });
        return found.entrySet().stream()
                .collect(toMap(Map.Entry::getKey, each -> each.getValue().entity()));
    }
}
