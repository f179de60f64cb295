package io.throughline.model.agent;

import io.throughline.graphql.entity.NodeReader;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.types.Node;

/**
 * An agent's identifier in an external register.
 *
 * @param scheme the register, e.g. {@code geonames}
 */
record Identifier(String scheme, String value, @Nullable String url) {

    static Identifier of(Node node) {
        var identifier = NodeReader.of(node);
        return new Identifier(identifier.required("scheme"), identifier.required("value"), identifier.text("url"));
    }
}
