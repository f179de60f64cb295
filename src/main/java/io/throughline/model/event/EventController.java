package io.throughline.model.event;

import graphql.schema.DataFetchingEnvironment;
import io.throughline.graphql.connection.Connection;
import io.throughline.graphql.connection.ConnectionReader;
import io.throughline.graphql.connection.InvalidArgumentException;
import io.throughline.graphql.connection.ListRequest;
import io.throughline.graphql.entity.EntityLoader;
import io.throughline.graphql.entity.FieldLoader;
import io.throughline.infra.cypher.CypherStatement;
import io.throughline.model.agent.Place;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.stereotype.Controller;

/** Resolves the events of {@code graphql/event.graphqls}. */
@Controller
class EventController {

    private static final CypherStatement EVENTS = CypherStatement.in("event/all-events.cypher");
    private static final CypherStatement SESSIONS = CypherStatement.in("event/sessions-of-events.cypher");

    private final ConnectionReader connections;
    private final EntityLoader entities;
    private final FieldLoader<ListRequest, Connection<Event>> sessions;

    EventController(ConnectionReader connections, EntityLoader entities, BatchLoaderRegistry loaders) {
        this.connections = connections;
        this.entities = entities;
        this.sessions = new FieldLoader<>(
                "Event.sessions",
                loaders,
                (ids, request) -> connections.each(SESSIONS, ids, Map.of(), request, Event::of));
    }

    @QueryMapping
    CompletableFuture<@Nullable Event> event(@Argument String id, DataFetchingEnvironment environment) {
        return entities.one(id, Event.class, environment);
    }

    @QueryMapping
    Connection<Event> events(ListRequest request) {
        return connections.one(EVENTS, Map.of(), request, Event::of);
    }

    @SchemaMapping
    CompletableFuture<@Nullable Event> superEvent(Event event, DataFetchingEnvironment environment) {
        return entities.one(event.superEventId(), Event.class, environment);
    }

    @SchemaMapping
    CompletableFuture<Connection<Event>> sessions(
            Event event, ListRequest request, DataFetchingEnvironment environment) {
        return sessions.load(event.id(), request, environment);
    }

    @SchemaMapping
    @Nullable OffsetDateTime startsAt(Event event, @Argument String zone) {
        return inZone(zone, event.startsAt());
    }

    @SchemaMapping
    @Nullable OffsetDateTime endsAt(Event event, @Argument String zone) {
        return inZone(zone, event.endsAt());
    }

    @SchemaMapping
    CompletableFuture<@Nullable Place> location(Event event, DataFetchingEnvironment environment) {
        return entities.one(event.locationId(), Place.class, environment);
    }

    private static @Nullable OffsetDateTime inZone(String zone, @Nullable Instant moment) {
        try {
            var zoneId = ZoneId.of(zone);
            return moment == null ? null : moment.atZone(zoneId).toOffsetDateTime();
        } catch (DateTimeException e) {
            throw new InvalidArgumentException(
                    "zone", zone, "a time zone such as UTC or America/Argentina/Buenos_Aires");
        }
    }
}
