package io.throughline.model.membership;

import io.throughline.graphql.entity.Entity;
import io.throughline.graphql.entity.NodeReader;
import io.throughline.reference.date.PartialDate;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.types.Node;

/**
 * A list of members that a source gives.
 *
 * @param asOf the day it applies to
 */
public record MemberList(
        String id,
        String sourceId,
        @Nullable PartialDate asOf,
        Completeness complete,
        @Nullable String note) implements Entity {

    static MemberList of(Node node) {
        var list = NodeReader.of(node);
        return new MemberList(
                list.id(),
                list.required("sourceId"),
                PartialDate.parseNullable(list.text("asOf")),
                list.requiredWord("complete", Completeness.class),
                list.text("note"));
    }
}
