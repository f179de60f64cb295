package io.throughline.graphql.entity;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.neo4j.driver.Value;

/**
 * How nodes of a label become entities of which only the properties are fetched that a document selects: for kinds of
 * which there are many in an answer. Statements take the properties as {@code $keys} and give the list of their values.
 *
 * @param label the label, which is also the name of the type in the schema
 * @param always properties that are fetched whatever is selected
 * @param properties what each field of the schema reads of a node; a field that reads nothing else is left out
 * @param of makes an entity, which reads a property only when that is asked for
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
