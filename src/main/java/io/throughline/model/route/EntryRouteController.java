package io.throughline.model.route;

import graphql.schema.DataFetchingEnvironment;
import io.throughline.graphql.connection.ConnectionReader;
import io.throughline.graphql.entity.Entity;
import io.throughline.graphql.entity.EntityLoader;
import io.throughline.graphql.entity.FieldLoader;
import io.throughline.graphql.entity.NoArguments;
import io.throughline.infra.cypher.CypherStatement;
import io.throughline.model.agent.Organization;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.stereotype.Controller;

/** Resolves the entry routes of {@code graphql/route.graphqls}. */
@Controller
class EntryRouteController {

    private static final CypherStatement ENTRY_ROUTES =
            CypherStatement.in("route/entry-routes-of-organizations.cypher");

    private final EntityLoader entities;
    private final FieldLoader<NoArguments, List<EntryRoute>> entryRoutes;

    EntryRouteController(ConnectionReader connections, EntityLoader entities, BatchLoaderRegistry loaders) {
        this.entities = entities;
        this.entryRoutes = new FieldLoader<>(
                "Organization.entryRoutes",
                loaders,
                (ids, none) -> connections.whole(ENTRY_ROUTES, ids, Map.of(), EntryRoute::of));
    }

    @SchemaMapping(typeName = "Organization", field = "entryRoutes")
    CompletableFuture<List<EntryRoute>> entryRoutes(Organization organization, DataFetchingEnvironment environment) {
        return entryRoutes.load(organization.id(), new NoArguments(), environment);
    }

    /** The entry routes of the destination that lead through the same organizations. */
    @SchemaMapping(typeName = "Route", field = "entryRoutes")
    CompletableFuture<List<EntryRoute>> entryRoutesLike(Route route, DataFetchingEnvironment environment) {
        var destination = route.steps().get(route.steps().size() - 1).organizationId();
        return entryRoutes
                .load(destination, new NoArguments(), environment)
                .thenApply(found -> found.stream()
                        .filter(each -> each.leadsThrough(route.viaIds()))
                        .toList());
    }

    @SchemaMapping
    CompletableFuture<List<Organization>> steps(EntryRoute route, DataFetchingEnvironment environment) {
        return entities.all(route.stepIds(), Organization.class, environment);
    }

    @SchemaMapping
    CompletableFuture<@Nullable Entity> condition(EntryRoute route, DataFetchingEnvironment environment) {
        return entities.one(route.conditionId(), Entity.class, environment);
    }
}
