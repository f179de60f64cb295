package io.throughline.writing.curation;

import io.throughline.graphql.entity.Entity;
import io.throughline.graphql.entity.NodeReader;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.types.Node;

/**
 * An activity that changed the graph.
 *
 * @param kind {@code IMPORT} or {@code EDIT}
 * @param action what an edit did; null for an import
 * @param person the responsible person
 * @param at when it started
 */
record Activity(
        String id,
        String kind,
        @Nullable EditAction action,
        String person,
        OffsetDateTime at,
        @Nullable String comment) implements Entity {

    static Activity of(Node node) {
        var activity = NodeReader.of(node);
        return new Activity(
                activity.id(),
                node.hasLabel("Edit") ? "EDIT" : "IMPORT",
                activity.word("action", EditAction.class),
                activity.required("person"),
                node.get("startedAt").asOffsetDateTime(),
                activity.text("comment"));
    }
}
