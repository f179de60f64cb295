package io.throughline.model.membership;

import static java.util.stream.Collectors.toMap;

import graphql.schema.DataFetchingEnvironment;
import io.throughline.graphql.connection.Connection;
import io.throughline.graphql.connection.ConnectionReader;
import io.throughline.graphql.connection.ListRequest;
import io.throughline.graphql.entity.Entity;
import io.throughline.graphql.entity.EntityLoader;
import io.throughline.graphql.entity.FieldLoader;
import io.throughline.graphql.entity.NoArguments;
import io.throughline.infra.cypher.CypherStatement;
import io.throughline.infra.cypher.GraphReader;
import io.throughline.model.agent.Organization;
import io.throughline.model.agent.Place;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.stereotype.Controller;

/** Resolves the secretariats of {@code graphql/membership.graphqls}. */
@Controller
class SecretariatController {

    private static final CypherStatement SECRETARIATS = CypherStatement.in("membership/all-secretariats.cypher");
    private static final CypherStatement SECRETARIATS_OF =
            CypherStatement.in("membership/secretariats-of-organizations.cypher");
    private static final CypherStatement HOLDERS = CypherStatement.in("membership/holders-of-secretariats.cypher");

    private final GraphReader graph;
    private final ConnectionReader connections;
    private final EntityLoader entities;
    private final FieldLoader<ListRequest, Connection<Secretariat>> secretariats;
    private final FieldLoader<NoArguments, String> holders;

    SecretariatController(
            GraphReader graph, ConnectionReader connections, EntityLoader entities, BatchLoaderRegistry loaders) {
        this.graph = graph;
        this.connections = connections;
        this.entities = entities;
        this.secretariats = new FieldLoader<>(
                "Organization.secretariats",
                loaders,
                (ids, request) -> connections.each(SECRETARIATS_OF, ids, Map.of(), request, Secretariat::of));
        this.holders = new FieldLoader<>("Secretariat.holder", loaders, (ids, none) -> holders(ids));
    }

    @QueryMapping
    CompletableFuture<@Nullable Secretariat> secretariat(@Argument String id, DataFetchingEnvironment environment) {
        return entities.one(id, Secretariat.class, environment);
    }

    @QueryMapping
    Connection<Secretariat> secretariats(ListRequest request) {
        return connections.one(SECRETARIATS, Map.of(), request, Secretariat::of);
    }

    @SchemaMapping(typeName = "Organization", field = "secretariats")
    CompletableFuture<Connection<Secretariat>> secretariatsOf(
            Organization organization, ListRequest request, DataFetchingEnvironment environment) {
        return secretariats.load(organization.id(), request, environment);
    }

    @SchemaMapping
    CompletableFuture<@Nullable Organization> organization(
            Secretariat secretariat, DataFetchingEnvironment environment) {
        return entities.one(secretariat.organizationId(), Organization.class, environment);
    }

    @SchemaMapping
    CompletableFuture<@Nullable Place> covers(Secretariat secretariat, DataFetchingEnvironment environment) {
        return entities.one(secretariat.coversId(), Place.class, environment);
    }

    @SchemaMapping
    CompletableFuture<@Nullable Entity> holder(Secretariat secretariat, DataFetchingEnvironment environment) {
        return holders.load(secretariat.id(), new NoArguments(), environment)
                .thenCompose(holderId -> entities.one(holderId, Entity.class, environment));
    }

    private Map<String, String> holders(List<String> secretariatIds) {
        return graph
                .list(
                        HOLDERS,
                        Map.of("ids", secretariatIds),
                        row -> Map.entry(
                                row.get("id").asString(), row.get("holderId").asString()))
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
