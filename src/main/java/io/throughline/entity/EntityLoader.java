package io.throughline.entity;

import static java.util.concurrent.CompletableFuture.completedFuture;

import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Fetches entities by id, all those of one level of a request in one statement, each at most once. */
@Component
public class EntityLoader {

    private static final String NAME = "entities";

    EntityLoader(EntityQueries entities, BatchLoaderRegistry loaders) {
        loaders.<String, Entity>forName(NAME)
                .registerMappedBatchLoader((ids, environment) -> Mono.fromSupplier(() -> entities.byId(ids)));
    }

    /** The entity with this id, or null if there is none, it is of another type, or the id itself is null. */
    public <T> CompletableFuture<@Nullable T> one(
            @Nullable String id, Class<T> type, DataFetchingEnvironment environment) {
        if (id == null) {
            return completedFuture(null);
        }
        return loader(environment).load(id).thenApply(entity -> type.isInstance(entity) ? type.cast(entity) : null);
    }

    /** The entities with these ids, in this order; unknown ones are left out. */
    public <T> CompletableFuture<List<T>> all(List<String> ids, Class<T> type, DataFetchingEnvironment environment) {
        return loader(environment)
                .loadMany(ids)
                .thenApply(entities -> entities.stream()
                        .filter(Objects::nonNull)
                        .filter(type::isInstance)
                        .map(type::cast)
                        .toList());
    }

    /** The entities with these ids, in this order; null where an id is unknown. */
    public CompletableFuture<List<@Nullable Entity>> each(List<String> ids, DataFetchingEnvironment environment) {
        return loader(environment).loadMany(ids);
    }

    private static DataLoader<String, @Nullable Entity> loader(DataFetchingEnvironment environment) {
        return Objects.requireNonNull(environment.getDataLoader(NAME));
    }
}
