package io.throughline.model.event;

import io.throughline.graphql.entity.Entity;
import io.throughline.graphql.entity.NodeReader;
import io.throughline.model.source.Status;
import io.throughline.reference.date.PartialDate;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.types.Node;

/**
 * How something takes part in an event or document (not a membership); reads subject, role, object.
 *
 * @param position place in a printed list, from 1
 */
record Involvement(
        String id,
        String subjectId,
        InvolvementRole role,
        String objectId,
        @Nullable PartialDate dates,
        @Nullable Status status,
        @Nullable Integer position)
        implements Entity {

    static Involvement of(Node node) {
        var involvement = NodeReader.of(node);
        return new Involvement(
                involvement.id(),
                involvement.required("subjectId"),
                involvement.requiredWord("role", InvolvementRole.class),
                involvement.required("objectId"),
                PartialDate.parseNullable(involvement.text("dates")),
                involvement.word("status", Status.class),
                involvement.whole("position"));
    }
}
