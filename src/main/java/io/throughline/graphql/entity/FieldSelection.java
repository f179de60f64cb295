package io.throughline.graphql.entity;

import graphql.GraphQLContext;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The fields of each type that a request selects anywhere in its document. Stored in the GraphQL context of the request.
 * Compared by identity, as each request has exactly one.
 */
public final class FieldSelection {

    /** All fields, for reads without a document. */
    public static final FieldSelection ALL = new FieldSelection(null);

    private final @Nullable Map<String, Set<String>> fields;

    private FieldSelection(@Nullable Map<String, Set<String>> fields) {
        this.fields = fields;
    }

    /** A selection of fields, by type. */
    public static FieldSelection of(Map<String, Set<String>> fields) {
        return new FieldSelection(fields);
    }

    /** The selection of a request; {@link #ALL} if none was recorded. */
    public static FieldSelection in(GraphQLContext request) {
        return request.getOrDefault(FieldSelection.class, ALL);
    }

    /** Stores it in the context of its request. */
    public void putInto(GraphQLContext request) {
        request.put(FieldSelection.class, this);
    }

    /**
     * The properties that the selected fields of a type read.
     *
     * @param properties the properties each field reads
     */
    Stream<String> properties(String type, Map<String, List<String>> properties) {
        return fields == null
                ? properties.values().stream().flatMap(List::stream)
                : fields.getOrDefault(type, Set.of()).stream()
                        .flatMap(field -> properties.getOrDefault(field, List.of()).stream());
    }
}
