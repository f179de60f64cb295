package io.throughline.model.agent;

import io.throughline.graphql.entity.Entity;
import io.throughline.graphql.entity.NodeReader;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.types.Node;

/**
 * A place on the map.
 *
 * @param iso ISO 3166-1 alpha-2 or ISO 3166-2
 * @param isoAlpha3 ISO 3166-1 alpha-3; null unless it is a country
 * @param m49 UN M49, three digits; null unless it is the world or a region of M49
 * @param partOfId the place that contains it
 */
public record Place(
        String id,
        String name,
        PlaceKind kind,
        @Nullable String iso,
        @Nullable String isoAlpha3,
        @Nullable String m49,
        @Nullable String partOfId)
        implements Entity {

    static Place of(Node node) {
        var place = NodeReader.of(node);
        return new Place(
                place.id(),
                place.required("name"),
                place.requiredWord("kind", PlaceKind.class),
                place.text("iso"),
                place.text("isoAlpha3"),
                place.text("m49"),
                place.text("partOfId"));
    }
}
