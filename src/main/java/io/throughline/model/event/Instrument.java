package io.throughline.model.event;

import io.throughline.graphql.entity.Entity;
import io.throughline.graphql.entity.NodeReader;
import io.throughline.infra.builder.StagedBuilder;
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
@StagedBuilder
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
        return InstrumentBuilder.builder()
                .id(instrument.id())
                .name(instrument.required("name"))
                .kind(instrument.requiredWord("kind", InstrumentKind.class))
                .language(instrument.text("language"))
                .issued(PartialDate.parseNullable(instrument.text("issued")))
                .valid(PartialDate.parseNullable(instrument.text("valid")))
                .areaId(instrument.text("areaId"))
                .status(instrument.word("status", Status.class))
                .note(instrument.text("note"))
                .build();
    }
}
