package io.throughline.graphql.entity;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.types.Node;

/**
 * Converts nodes with one label to records. Each module publishes one bean for every label it owns.
 *
 * @param label a label that exactly one module owns
 * @param of reads a node with that label; null if it is not exposed
 * @param cached whether later requests on the same graph version reuse the records: for types with few entities that many
 *     others refer to
 */
public record EntityType(String label, Function<Node, @Nullable Entity> of, boolean cached) {

    /** A type that is not cached. */
    public EntityType(String label, Function<Node, @Nullable Entity> of) {
        this(label, of, false);
    }
}
