package io.throughline.model.campaign;

import io.throughline.graphql.entity.Entity;
import io.throughline.graphql.entity.NodeReader;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.types.Node;

/**
 * What a member has promised.
 *
 * @param target the target date in words, when it is not a year
 * @param underId the organization it was made to or within; null when no source says
 */
record Pledge(
        String id,
        String subjectId,
        String text,
        @Nullable Integer targetYear,
        @Nullable String target,
        @Nullable String underId)
        implements Entity {

    static Pledge of(Node node) {
        var pledge = NodeReader.of(node);
        return new Pledge(
                pledge.id(),
                pledge.required("subjectId"),
                pledge.required("text"),
                pledge.whole("targetYear"),
                pledge.text("target"),
                pledge.text("underId"));
    }
}
