package io.throughline.model.event;

import io.throughline.graphql.entity.Entity;
import io.throughline.graphql.entity.NodeReader;
import io.throughline.model.source.Status;
import io.throughline.reference.date.PartialDate;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.types.Node;

/**
 * A treaty, a programme, a document or a tool.
 *
 * @param language BCP 47
 * @param issued when it was issued
 * @param valid the years it is meant for
 * @param areaId the area it is for
 */
record Instrument(
        String id,
        String name,
        InstrumentKind kind,
        @Nullable String language,
        @Nullable PartialDate issued,
        @Nullable PartialDate valid,
        @Nullable String areaId,
        @Nullable Status status,
        @Nullable String note)
        implements Entity {

    static Instrument of(Node node) {
        var instrument = NodeReader.of(node);
        return new Instrument(
                instrument.id(),
                instrument.required("name"),
                instrument.requiredWord("kind", InstrumentKind.class),
                instrument.text("language"),
                PartialDate.parseNullable(instrument.text("issued")),
                PartialDate.parseNullable(instrument.text("valid")),
                instrument.text("areaId"),
                instrument.word("status", Status.class),
                instrument.text("note"));
    }
}
