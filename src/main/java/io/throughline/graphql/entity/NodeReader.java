package io.throughline.graphql.entity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;
import org.neo4j.driver.types.Node;

/**
 * The properties of a node, where a missing one is null and not a surprise. Of a node that came only as far as a document
 * selects, a property that was not fetched is an error: it must never read as not recorded.
 */
public final class NodeReader {

    private final Function<String, Value> properties;
    private final Predicate<String> labels;

    private NodeReader(Function<String, Value> properties, Predicate<String> labels) {
        this.properties = properties;
        this.labels = labels;
    }

    /** A whole node. */
    public static NodeReader of(Node node) {
        return new NodeReader(node::get, node::hasLabel);
    }

    /**
     * A whole node, or a map of all its properties.
     *
     * @param label the label it has
     */
    public static NodeReader of(String label, Value nodeOrMap) {
        return new NodeReader(nodeOrMap::get, label::equals);
    }

    /**
     * Some properties of a node.
     *
     * @param label the label it was read by
     * @param keys the properties
     * @param values their values, in this order
     */
    static NodeReader of(String label, List<String> keys, Value values) {
        return new NodeReader(
                property -> {
                    var place = keys.indexOf(property);
                    if (place < 0) {
                        throw new IllegalStateException(
                                "%s.%s was not fetched: say in the SelectedType which field reads it"
                                        .formatted(label, property));
                    }
                    return values.get(place);
                },
                label::equals);
    }

    public boolean hasLabel(String label) {
        return labels.test(label);
    }

    public String id() {
        return required("id");
    }

    /**
     * A property that every node of the kind has.
     *
     * @throws org.neo4j.driver.exceptions.value.ValueException if this one has not
     */
    public String required(String property) {
        return properties.apply(property).asString();
    }

    /**
     * A number that every node of the kind has.
     *
     * @throws org.neo4j.driver.exceptions.value.ValueException if this one has not
     */
    public int requiredWhole(String property) {
        return properties.apply(property).asInt();
    }

    public @Nullable String text(String property) {
        return as(property, Value::asString);
    }

    public @Nullable Integer whole(String property) {
        return as(property, Value::asInt);
    }

    public @Nullable Long longWhole(String property) {
        return as(property, Value::asLong);
    }

    public @Nullable Double decimal(String property) {
        return as(property, value -> value.asNumber().doubleValue());
    }

    public boolean yes(String property) {
        return properties.apply(property).asBoolean(false);
    }

    /** A moment, stored as a Neo4j {@code ZONED DATETIME}. */
    public @Nullable Instant instant(String property) {
        return as(property, value -> value.asZonedDateTime().toInstant());
    }

    /** A day, stored as a Neo4j {@code DATE}. */
    public @Nullable LocalDate day(String property) {
        return as(property, Value::asLocalDate);
    }

    /** The texts of a list; empty when there is none. */
    public List<String> texts(String property) {
        var texts = as(property, value -> value.asList(Value::asString));
        return texts == null ? List.of() : texts;
    }

    /** One of the words of an enum. */
    public <E extends Enum<E>> @Nullable E word(String property, Class<E> words) {
        return as(property, value -> Enum.valueOf(words, value.asString()));
    }

    /** One of the words of an enum that every node of the kind has. */
    public <E extends Enum<E>> E requiredWord(String property, Class<E> words) {
        return Enum.valueOf(words, required(property));
    }

    /** The value itself, null when there is none. */
    public @Nullable Value value(String property) {
        return as(property, value -> value);
    }

    private <T> @Nullable T as(String property, Function<Value, T> of) {
        var value = properties.apply(property);
        return value.isNull() ? null : of.apply(value);
    }
}
