package io.throughline.graphql.entity;

import graphql.GraphQLContext;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which fields of each type a request selects, wherever in its document. It stands in the GraphQL context of the request.
 * Compared by identity, as a request has one.
 */
public final class FieldSelection {

    /** Everything: for what is read without a document. */
    public static final FieldSelection ALL = new FieldSelection(null);

    private final @Nullable Map<String, Set<String>> fields;

    private FieldSelection(@Nullable Map<String, Set<String>> fields) {
        this.fields = fields;
    }

    /** A selection of these fields, by type. */
    public static FieldSelection of(Map<String, Set<String>> fields) {
        return new FieldSelection(fields);
    }

    /** That of a request. */
    public static FieldSelection in(GraphQLContext request) {
        return request.getOrDefault(FieldSelection.class, ALL);
    }

    /** Notes it in the context of its request. */
    public void putInto(GraphQLContext request) {
        request.put(FieldSelection.class, this);
    }

    /**
     * What the selected fields of a type read.
     *
     * @param properties by field
     */
    Stream<String> properties(String type, Map<String, List<String>> properties) {
        return fields == null
                ? properties.values().stream().flatMap(List::stream)
                : fields.getOrDefault(type, Set.of()).stream()
                        .flatMap(field -> properties.getOrDefault(field, List.of()).stream());
    }
}
