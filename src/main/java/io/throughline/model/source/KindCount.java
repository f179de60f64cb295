package io.throughline.model.source;

import org.neo4j.driver.Value;

/**
 * How many facts of a kind there are.
 *
 * @param kind the name of a type in the schema
 */
public record KindCount(String kind, int count) {

    /** Reads a map of {@code kind} and {@code count}. */
    public static KindCount of(Value count) {
        return new KindCount(count.get("kind").asString(), count.get("count").asInt());
    }
}
