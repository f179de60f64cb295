package io.throughline.graphql.entity;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.types.Node;

/**
 * How the nodes of one label become records. Each feature publishes one as a bean for every label it owns.
 *
 * @param label a label that exactly one feature owns
 * @param of reads a node of that label; null when it is none that is shown
 * @param kept whether they are kept for later requests of the same graph: for kinds of which there are few, each pointed
 *     at by many
 */
public record EntityType(String label, Function<Node, @Nullable Entity> of, boolean kept) {

    /** A kind that is not kept. */
    public EntityType(String label, Function<Node, @Nullable Entity> of) {
        this(label, of, false);
    }
}
