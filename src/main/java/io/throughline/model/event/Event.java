package io.throughline.model.event;

import io.throughline.graphql.entity.Entity;
import io.throughline.graphql.entity.NodeReader;
import io.throughline.infra.builder.StagedBuilder;
import io.throughline.model.source.Status;
import io.throughline.reference.date.PartialDate;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.types.Node;

/**
 * A conference, a series of dialogues, a session, a webinar.
 *
 * @param dates the day or days, in local time at the venue
 * @param startsAt the moment it begins
 * @param endsAt the moment it ends
 * @param printedTime the time as printed, e.g. {@code 7:00-9:00 am}
 * @param printedZone the time zone as printed, e.g. {@code GMT}
 */
@StagedBuilder
record Event(
        String id,
        String name,
        EventKind kind,
        @Nullable String superEventId,
        @Nullable PartialDate dates,
        @Nullable Instant startsAt,
        @Nullable Instant endsAt,
        @Nullable String printedTime,
        @Nullable String printedZone,
        @Nullable String locationId,
        @Nullable EventFormat format,
        @Nullable Status status,
        @Nullable String note)
        implements Entity {

    static Event of(Node node) {
        var event = NodeReader.of(node);
        return EventBuilder.builder()
                .id(event.id())
                .name(event.required("name"))
                .kind(event.requiredWord("kind", EventKind.class))
                .superEventId(event.text("superEventId"))
                .dates(PartialDate.parseNullable(event.text("dates")))
                .startsAt(event.instant("startsAt"))
                .endsAt(event.instant("endsAt"))
                .printedTime(event.text("printedTime"))
                .printedZone(event.text("printedZone"))
                .locationId(event.text("locationId"))
                .format(event.word("format", EventFormat.class))
                .status(event.word("status", Status.class))
                .note(event.text("note"))
                .build();
    }

    /** {@code dates} as a span. */
    public @Nullable PartialDate datesSpan() {
        return dates;
    }
}
