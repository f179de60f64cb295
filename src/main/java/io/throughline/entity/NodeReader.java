package io.throughline.entity;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;
import org.neo4j.driver.types.Node;

/** The properties of a node, where a missing one is null and not a surprise. */
public final class NodeReader {

    private final Node node;

    private NodeReader(Node node) {
        this.node = node;
    }

    public static NodeReader of(Node node) {
        return new NodeReader(node);
    }

    public String id() {
        return node.get("id").asString();
    }

    /**
     * A property that every node of the kind has.
     *
     * @throws org.neo4j.driver.exceptions.value.ValueException if this one has not
     */
    public String required(String property) {
        return node.get(property).asString();
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
        return node.get(property).asBoolean(false);
    }

    /** A moment, stored as a Neo4j {@code ZONED DATETIME}. */
    public @Nullable Instant instant(String property) {
        return as(property, value -> value.asZonedDateTime().toInstant());
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
        var value = node.get(property);
        return value.isNull() ? null : of.apply(value);
    }
}
