package io.throughline.model.membership;

import io.throughline.graphql.entity.Entity;
import io.throughline.graphql.entity.NodeReader;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.types.Node;

/**
 * A secretariat: a post that exists apart from its holder.
 *
 * @param coversId the area it is for; null when no source limits it
 */
record Secretariat(
        String id,
        String name,
        String organizationId,
        @Nullable String coversId,
        @Nullable String note) implements Entity {

    static Secretariat of(Node node) {
        var secretariat = NodeReader.of(node);
        return new Secretariat(
                secretariat.id(),
                secretariat.required("name"),
                secretariat.required("organizationId"),
                secretariat.text("coversId"),
                secretariat.text("note"));
    }
}
