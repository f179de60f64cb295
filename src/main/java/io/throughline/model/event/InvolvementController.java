package io.throughline.model.event;

import graphql.schema.DataFetchingEnvironment;
import io.throughline.graphql.connection.Connection;
import io.throughline.graphql.connection.ConnectionReader;
import io.throughline.graphql.connection.ListRequest;
import io.throughline.graphql.entity.Entity;
import io.throughline.graphql.entity.EntityLoader;
import io.throughline.graphql.entity.FieldLoader;
import io.throughline.graphql.entity.NoArguments;
import io.throughline.infra.cypher.CypherStatement;
import io.throughline.model.agent.Place;
import io.throughline.model.campaign.Criterion;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.stereotype.Controller;

/** Resolves the instruments and involvements of {@code graphql/event.graphqls}. */
@Controller
class InvolvementController {

    private static final CypherStatement INSTRUMENTS = CypherStatement.in("event/all-instruments.cypher");
    private static final CypherStatement INVOLVEMENTS = CypherStatement.in("event/involvements-of-entities.cypher");

    private final ConnectionReader connections;
    private final EntityLoader entities;
    private final FieldLoader<NoArguments, List<Involvement>> involvements;

    InvolvementController(ConnectionReader connections, EntityLoader entities, BatchLoaderRegistry loaders) {
        this.connections = connections;
        this.entities = entities;
        this.involvements = new FieldLoader<>(
                "involvements",
                loaders,
                (ids, none) -> connections.whole(INVOLVEMENTS, ids, Map.of(), Involvement::of));
    }

    @QueryMapping
    CompletableFuture<@Nullable Instrument> instrument(@Argument String id, DataFetchingEnvironment environment) {
        return entities.one(id, Instrument.class, environment);
    }

    @QueryMapping
    Connection<Instrument> instruments(ListRequest request) {
        return connections.one(INSTRUMENTS, Map.of(), request, Instrument::of);
    }

    @SchemaMapping(typeName = "Event", field = "involvements")
    CompletableFuture<List<Involvement>> ofEvent(
            Entity event, @Argument @Nullable List<InvolvementRole> roles, DataFetchingEnvironment environment) {
        return of(event, roles, environment);
    }

    @SchemaMapping(typeName = "Instrument", field = "involvements")
    CompletableFuture<List<Involvement>> ofInstrument(
            Entity instrument, @Argument @Nullable List<InvolvementRole> roles, DataFetchingEnvironment environment) {
        return of(instrument, roles, environment);
    }

    @SchemaMapping(typeName = "Organization", field = "involvements")
    CompletableFuture<List<Involvement>> ofOrganization(
            Entity organization, @Argument @Nullable List<InvolvementRole> roles, DataFetchingEnvironment environment) {
        return of(organization, roles, environment);
    }

    @SchemaMapping(typeName = "Person", field = "involvements")
    CompletableFuture<List<Involvement>> ofPerson(
            Entity person, @Argument @Nullable List<InvolvementRole> roles, DataFetchingEnvironment environment) {
        return of(person, roles, environment);
    }

    @SchemaMapping
    CompletableFuture<@Nullable Instrument> instrument(Criterion criterion, DataFetchingEnvironment environment) {
        return entities.one(criterion.instrumentId(), Instrument.class, environment);
    }

    @SchemaMapping
    CompletableFuture<@Nullable Entity> subject(Involvement involvement, DataFetchingEnvironment environment) {
        return entities.one(involvement.subjectId(), Entity.class, environment);
    }

    @SchemaMapping
    CompletableFuture<@Nullable Entity> object(Involvement involvement, DataFetchingEnvironment environment) {
        return entities.one(involvement.objectId(), Entity.class, environment);
    }

    @SchemaMapping
    CompletableFuture<@Nullable Place> area(Instrument instrument, DataFetchingEnvironment environment) {
        return entities.one(instrument.areaId(), Place.class, environment);
    }

    private CompletableFuture<List<Involvement>> of(
            Entity entity, @Nullable List<InvolvementRole> roles, DataFetchingEnvironment environment) {
        return involvements
                .load(entity.id(), new NoArguments(), environment)
                .thenApply(found -> found.stream()
                        .filter(involvement -> roles == null || roles.contains(involvement.role()))
                        .toList());
    }
}
