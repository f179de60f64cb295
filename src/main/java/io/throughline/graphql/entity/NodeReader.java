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
 * Reads properties of a node; a missing one is null. If only selected properties were fetched, reading another one is an
 * error, so that it cannot be mistaken for one that is not recorded.
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
     * @param label its label
     * @param keys the properties
     * @param values their values, in this order
     */
    static NodeReader of(String label, List<String> keys, Value values) {
        return new NodeReader(
                property -> {
                    var index = keys.indexOf(property);
                    if (index < 0) {
                        throw new IllegalStateException(
                                "%s.%s was not fetched; add it to the properties of a field in the SelectedType"
                                        .formatted(label, property));
                    }
                    return values.get(index);
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
     * A property that every node of this type has.
     *
     * @throws org.neo4j.driver.exceptions.value.ValueException if this node lacks it
     */
    public String required(String property) {
        return properties.apply(property).asString();
    }

    /**
     * A number that every node of this type has.
     *
     * @throws org.neo4j.driver.exceptions.value.ValueException if this node lacks it
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

    /** An instant, stored as a Neo4j {@code ZONED DATETIME}. */
    public @Nullable Instant instant(String property) {
        return as(property, value -> value.asZonedDateTime().toInstant());
    }

    /** A day, stored as a Neo4j {@code DATE}. */
    public @Nullable LocalDate day(String property) {
        return as(property, Value::asLocalDate);
    }

    /** A list of days; empty if not recorded. */
    public List<LocalDate> days(String property) {
        var days = as(property, value -> value.asList(Value::asLocalDate));
        return days == null ? List.of() : days;
    }

    /** A list of strings; empty if not recorded. */
    public List<String> texts(String property) {
        var texts = as(property, value -> value.asList(Value::asString));
        return texts == null ? List.of() : texts;
    }

    /** An enum value. */
    public <E extends Enum<E>> @Nullable E word(String property, Class<E> words) {
        return as(property, value -> Enum.valueOf(words, value.asString()));
    }

    /** An enum value that every node of this type has. */
    public <E extends Enum<E>> E requiredWord(String property, Class<E> words) {
        return Enum.valueOf(words, required(property));
    }

    /** The raw value; null if not recorded. */
    public @Nullable Value value(String property) {
        return as(property, value -> value);
    }

    private <T> @Nullable T as(String property, Function<Value, T> of) {
        var value = properties.apply(property);
        return value.isNull() ? null : of.apply(value);
    }
}
