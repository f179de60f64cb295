package io.throughline.graphql.entity;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import graphql.schema.DataFetchingEnvironment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import org.dataloader.DataLoader;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import reactor.core.publisher.Mono;

/**
 * Reads one field for all parents of a level at once: one call per distinct set of arguments, with the ids of all parents
 * that share it.
 *
 * @param <A> the type of the arguments, compared by value
 * @param <V> the type of the field's value
 */
public final class FieldLoader<A, V> {

    private record Key<A>(String parent, A arguments) {}

    private final String name;
    private final BiFunction<List<String>, A, Map<String, V>> read;

    /**
     * Registers the field.
     *
     * @param name unique among all fields, e.g. {@code Agent.memberships}
     * @param read maps the parents' ids and the arguments to a value for each parent; null for those left out
     */
    public FieldLoader(String name, BatchLoaderRegistry loaders, BiFunction<List<String>, A, Map<String, V>> read) {
        this.name = name;
        this.read = read;
        loaders.<Key<A>, V>forName(name)
                .registerMappedBatchLoader((keys, environment) -> Mono.fromSupplier(() -> readAll(keys)));
    }

    /** Loads the field for the parent with this id. */
    public CompletableFuture<V> load(String parentId, A arguments, DataFetchingEnvironment environment) {
        DataLoader<Key<A>, V> loader = Objects.requireNonNull(environment.getDataLoader(name));
        return loader.load(new Key<>(parentId, arguments));
    }

    private Map<Key<A>, V> readAll(Set<Key<A>> keys) {
        var values = new HashMap<Key<A>, V>();
        keys.stream()
                .collect(groupingBy(Key::arguments, mapping(Key::parent, toList())))
                .forEach((arguments, parents) -> read.apply(parents, arguments)
                        .forEach((parent, value) -> values.put(new Key<>(parent, arguments), value)));
        return values;
    }
}
