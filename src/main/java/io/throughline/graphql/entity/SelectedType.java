package io.throughline.graphql.entity;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.neo4j.driver.Value;

/**
 * Converts nodes with one label to entities, fetching only the properties that the document selects: for types with many
 * entities per response. Statements take the properties as {@code $keys} and return the list of their values.
 *
 * @param label the label, which is also the name of the schema type
 * @param always properties that are always fetched
 * @param properties the properties each schema field reads; a field that reads none beyond {@code always} is omitted
 * @param of creates an entity, which reads a property only when its field is requested
 */
public record SelectedType<T extends Entity>(
        String label, List<String> always, Map<String, List<String>> properties, Function<NodeReader, T> of) {

    /** The properties to fetch for a request. */
    public List<String> keys(FieldSelection selection) {
        return Stream.concat(always.stream(), selection.properties(label, properties))
                .distinct()
                .sorted()
                .toList();
    }

    /** The entity of a node. */
    public T read(List<String> keys, Value values) {
        return of.apply(NodeReader.of(label, keys, values));
    }
}
