package io.throughline.model.agent;

import io.throughline.graphql.entity.NodeReader;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.types.Node;

/**
 * Another name of an agent.
 *
 * @param language a BCP 47 tag
 */
record Name(
        String value,
        NameKind kind,
        @Nullable String language,
        @Nullable String sourceId) {

    static Name of(Node node) {
        var name = NodeReader.of(node);
        return new Name(
                name.required("value"),
                name.requiredWord("kind", NameKind.class),
                name.text("language"),
                name.text("sourceId"));
    }
}
