package io.throughline.membership;

import static java.util.stream.Collectors.toMap;

import graphql.schema.DataFetchingEnvironment;
import io.throughline.agent.Organization;
import io.throughline.agent.Place;
import io.throughline.connection.Connection;
import io.throughline.connection.Connections;
import io.throughline.connection.Listing;
import io.throughline.cypher.GraphReader;
import io.throughline.cypher.Statement;
import io.throughline.entity.Entity;
import io.throughline.entity.EntityLoader;
import io.throughline.entity.FieldLoader;
import io.throughline.entity.NoArguments;
import io.throughline.source.Source;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.stereotype.Controller;

/** Secretariats, coverage and entry routes in {@code graphql/membership.graphqls}. */
@Controller
class OrganizationController {

    private static final Statement SECRETARIATS = Statement.in("membership/all-secretariats.cypher");
    private static final Statement SECRETARIATS_OF = Statement.in("membership/secretariats-of-organizations.cypher");
    private static final Statement HOLDERS = Statement.in("membership/holders-of-secretariats.cypher");
    private static final Statement ENTRY_ROUTES = Statement.in("membership/entry-routes-of-organizations.cypher");

    private final GraphReader graph;
    private final Connections connections;
    private final EntityLoader entities;
    private final FieldLoader<NoArguments, List<Secretariat>> secretariats;
    private final FieldLoader<NoArguments, String> holders;
    private final FieldLoader<MembershipTime, Coverage> coverage;
    private final FieldLoader<NoArguments, List<EntryRoute>> entryRoutes;

    OrganizationController(
            GraphReader graph,
            Connections connections,
            CoverageQueries coverages,
            EntityLoader entities,
            BatchLoaderRegistry loaders) {
        this.graph = graph;
        this.connections = connections;
        this.entities = entities;
        this.secretariats = new FieldLoader<>(
                "Organization.secretariats",
                loaders,
                (ids, none) -> connections.whole(SECRETARIATS_OF, ids, Map.of(), Secretariat::of));
        this.holders = new FieldLoader<>("Secretariat.holder", loaders, (ids, none) -> holders(ids));
        this.coverage = new FieldLoader<>("Organization.coverage", loaders, coverages::of);
        this.entryRoutes = new FieldLoader<>(
                "Organization.entryRoutes",
                loaders,
                (ids, none) -> connections.whole(ENTRY_ROUTES, ids, Map.of(), EntryRoute::of));
    }

    @QueryMapping
    Connection<Secretariat> secretariats(Listing listing) {
        return connections.one(SECRETARIATS, Map.of(), listing, Secretariat::of);
    }

    @SchemaMapping(typeName = "Organization", field = "secretariats")
    CompletableFuture<List<Secretariat>> secretariatsOf(
            Organization organization, DataFetchingEnvironment environment) {
        return secretariats.load(organization.id(), new NoArguments(), environment);
    }

    @SchemaMapping(typeName = "Organization", field = "coverage")
    CompletableFuture<Coverage> coverage(
            Organization organization, MembershipTime time, DataFetchingEnvironment environment) {
        return coverage.load(organization.id(), time, environment);
    }

    /** Of the organizations that the filter of a list names, in that order; unknown ones are left out. */
    @SchemaMapping(typeName = "CityConnection", field = "coverage")
    CompletableFuture<List<Coverage>> coverageOfCities(
            Connection<?> connection, MembershipTime time, DataFetchingEnvironment environment) {
        var organizations = MemberOf.organizations(connection.origin().listing().where());
        return entities.all(List.copyOf(organizations), Organization.class, environment)
                .thenCompose(known -> all(known.stream()
                        .map(each -> coverage.load(each.id(), time, environment))
                        .toList()));
    }

    @SchemaMapping
    CompletableFuture<@Nullable Organization> organization(Coverage coverage, DataFetchingEnvironment environment) {
        return entities.one(coverage.organizationId(), Organization.class, environment);
    }

    @SchemaMapping(typeName = "Organization", field = "entryRoutes")
    CompletableFuture<List<EntryRoute>> entryRoutes(Organization organization, DataFetchingEnvironment environment) {
        return entryRoutes.load(organization.id(), new NoArguments(), environment);
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

    @SchemaMapping
    CompletableFuture<@Nullable Source> source(MemberList list, DataFetchingEnvironment environment) {
        return entities.one(list.sourceId(), Source.class, environment);
    }

    @SchemaMapping
    CompletableFuture<List<Organization>> steps(EntryRoute route, DataFetchingEnvironment environment) {
        return entities.all(route.stepIds(), Organization.class, environment);
    }

    @SchemaMapping
    CompletableFuture<@Nullable Entity> condition(EntryRoute route, DataFetchingEnvironment environment) {
        return entities.one(route.conditionId(), Entity.class, environment);
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

    private static <T> CompletableFuture<List<T>> all(List<CompletableFuture<T>> futures) {
        return CompletableFuture.allOf(futures.toArray(CompletableFuture[]::new))
                .thenApply(done -> futures.stream().map(CompletableFuture::join).toList());
    }
}
