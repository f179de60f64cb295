package io.throughline.model.agent;

import graphql.schema.DataFetchingEnvironment;
import io.throughline.graphql.connection.Connection;
import io.throughline.graphql.connection.ListRequest;
import io.throughline.graphql.entity.Entity;
import io.throughline.graphql.entity.EntityLoader;
import io.throughline.graphql.entity.FieldLoader;
import io.throughline.graphql.entity.NoArguments;
import io.throughline.model.source.Source;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.stereotype.Controller;

/** Resolves the fields of {@code graphql/agent.graphqls}. */
@Controller
class AgentController {

    private static final List<OrganizationKind> CAMPAIGNS = List.of(OrganizationKind.CAMPAIGN, OrganizationKind.TRACK);
    private static final List<OrganizationKind> NETWORKS = List.of(OrganizationKind.NETWORK);

    private final AgentQueries agents;
    private final EntityLoader entities;
    private final FieldLoader<NoArguments, List<Name>> names;
    private final FieldLoader<NoArguments, List<Identifier>> identifiers;

    AgentController(AgentQueries agents, EntityLoader entities, BatchLoaderRegistry loaders) {
        this.agents = agents;
        this.entities = entities;
        this.names = new FieldLoader<>("Agent.names", loaders, (ids, none) -> agents.names(ids));
        this.identifiers = new FieldLoader<>("Agent.identifiers", loaders, (ids, none) -> agents.identifiers(ids));
    }

    @QueryMapping
    CompletableFuture<@Nullable Organization> organization(@Argument String id, DataFetchingEnvironment environment) {
        return entities.one(id, Organization.class, environment);
    }

    @QueryMapping
    CompletableFuture<@Nullable Organization> campaign(@Argument String id, DataFetchingEnvironment environment) {
        return ofType("Campaign", organization(id, environment));
    }

    @QueryMapping
    CompletableFuture<@Nullable Organization> network(@Argument String id, DataFetchingEnvironment environment) {
        return ofType("Network", organization(id, environment));
    }

    @QueryMapping
    CompletableFuture<@Nullable LocalGovernment> city(@Argument String id, DataFetchingEnvironment environment) {
        return ofType("City", entities.one(id, LocalGovernment.class, environment));
    }

    @QueryMapping
    CompletableFuture<@Nullable LocalGovernment> region(@Argument String id, DataFetchingEnvironment environment) {
        return ofType("Region", entities.one(id, LocalGovernment.class, environment));
    }

    @QueryMapping
    CompletableFuture<@Nullable Place> place(@Argument String id, DataFetchingEnvironment environment) {
        return entities.one(id, Place.class, environment);
    }

    @QueryMapping
    CompletableFuture<@Nullable Person> person(@Argument String id, DataFetchingEnvironment environment) {
        return entities.one(id, Person.class, environment);
    }

    @QueryMapping
    Connection<Organization> organizations(ListRequest request) {
        return agents.organizations(null, request);
    }

    @QueryMapping
    Connection<Organization> campaigns(ListRequest request) {
        return agents.organizations(CAMPAIGNS, request);
    }

    @QueryMapping
    Connection<Organization> networks(ListRequest request) {
        return agents.organizations(NETWORKS, request);
    }

    @QueryMapping
    Connection<LocalGovernment> cities(ListRequest request) {
        return agents.cities(request);
    }

    @QueryMapping
    Connection<LocalGovernment> regions(ListRequest request) {
        return agents.regions(request);
    }

    @QueryMapping
    Connection<Place> places(ListRequest request) {
        return agents.places(request);
    }

    @SchemaMapping(typeName = "Agent", field = "names")
    CompletableFuture<List<Name>> names(Entity agent, DataFetchingEnvironment environment) {
        return names.load(agent.id(), new NoArguments(), environment);
    }

    @SchemaMapping(typeName = "Agent", field = "identifiers")
    CompletableFuture<List<Identifier>> identifiers(Entity agent, DataFetchingEnvironment environment) {
        return identifiers.load(agent.id(), new NoArguments(), environment);
    }

    @SchemaMapping
    CompletableFuture<@Nullable Source> source(Name name, DataFetchingEnvironment environment) {
        return entities.one(name.sourceId(), Source.class, environment);
    }

    @SchemaMapping(typeName = "Organization", field = "country")
    CompletableFuture<@Nullable Place> country(Organization organization, DataFetchingEnvironment environment) {
        return entities.one(organization.countryId(), Place.class, environment);
    }

    @SchemaMapping(typeName = "Organization", field = "area")
    CompletableFuture<@Nullable Place> area(Organization organization, DataFetchingEnvironment environment) {
        return entities.one(organization.areaId(), Place.class, environment);
    }

    @SchemaMapping(typeName = "City", field = "country")
    CompletableFuture<@Nullable Place> countryOfCity(LocalGovernment city, DataFetchingEnvironment environment) {
        return entities.one(city.countryId(), Place.class, environment);
    }

    @SchemaMapping(typeName = "City", field = "state")
    CompletableFuture<@Nullable Place> stateOfCity(LocalGovernment city, DataFetchingEnvironment environment) {
        return entities.one(city.stateId(), Place.class, environment);
    }

    @SchemaMapping(typeName = "City", field = "worldRegion")
    CompletableFuture<@Nullable Place> worldRegionOfCity(LocalGovernment city, DataFetchingEnvironment environment) {
        return entities.one(city.worldRegionId(), Place.class, environment);
    }

    @SchemaMapping(typeName = "Region", field = "worldRegion")
    CompletableFuture<@Nullable Place> worldRegionOfRegion(
            LocalGovernment region, DataFetchingEnvironment environment) {
        return entities.one(region.worldRegionId(), Place.class, environment);
    }

    @SchemaMapping(typeName = "Region", field = "country")
    CompletableFuture<@Nullable Place> countryOfRegion(LocalGovernment region, DataFetchingEnvironment environment) {
        return entities.one(region.countryId(), Place.class, environment);
    }

    @SchemaMapping(typeName = "Region", field = "state")
    CompletableFuture<@Nullable Place> stateOfRegion(LocalGovernment region, DataFetchingEnvironment environment) {
        return entities.one(region.stateId(), Place.class, environment);
    }

    @SchemaMapping
    CompletableFuture<@Nullable Place> partOf(Place place, DataFetchingEnvironment environment) {
        return entities.one(place.partOfId(), Place.class, environment);
    }

    private static <T extends Entity> CompletableFuture<@Nullable T> ofType(
            String typeName, CompletableFuture<@Nullable T> found) {
        return found.thenApply(entity -> entity != null && entity.typeName().equals(typeName) ? entity : null);
    }
}
