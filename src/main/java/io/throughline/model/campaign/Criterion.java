package io.throughline.model.campaign;

import io.throughline.graphql.entity.Entity;
import io.throughline.graphql.entity.NodeReader;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.types.Node;

/**
 * One condition for joining.
 *
 * @param position place in the set, from 1
 * @param text what it requires; null when the source only names it
 */
public record Criterion(
        String id,
        int position,
        String name,
        @Nullable String text,
        @Nullable Integer targetYear,
        @Nullable String instrumentId)
        implements Entity {

    static Criterion of(Node node) {
        var criterion = NodeReader.of(node);
        return new Criterion(
                criterion.id(),
                node.get("position").asInt(),
                criterion.required("name"),
                criterion.text("text"),
                criterion.whole("targetYear"),
                criterion.text("instrumentId"));
    }
}
