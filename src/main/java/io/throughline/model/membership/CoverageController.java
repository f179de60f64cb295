package io.throughline.model.membership;

import graphql.schema.DataFetchingEnvironment;
import io.throughline.graphql.connection.Connection;
import io.throughline.graphql.entity.EntityLoader;
import io.throughline.graphql.entity.FieldLoader;
import io.throughline.model.agent.Organization;
import io.throughline.model.source.Source;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.stereotype.Controller;

/** Resolves {@code coverage}, how much of the members is known, of {@code graphql/membership.graphqls}. */
@Controller
class CoverageController {

    private final EntityLoader entities;
    private final FieldLoader<MembershipTime, Coverage> coverage;

    CoverageController(CoverageQueries coverages, EntityLoader entities, BatchLoaderRegistry loaders) {
        this.entities = entities;
        this.coverage = new FieldLoader<>("Organization.coverage", loaders, coverages::of);
    }

    @SchemaMapping(typeName = "Organization", field = "coverage")
    CompletableFuture<Coverage> coverage(
            Organization organization, MembershipTime time, DataFetchingEnvironment environment) {
        return coverage.load(organization.id(), time, environment);
    }

    @SchemaMapping(typeName = "CityConnection", field = "coverage")
    CompletableFuture<List<Coverage>> coverageOfCities(
            Connection<?> connection, MembershipTime time, DataFetchingEnvironment environment) {
        return ofFilter(connection, time, environment);
    }

    @SchemaMapping(typeName = "RegionConnection", field = "coverage")
    CompletableFuture<List<Coverage>> coverageOfRegions(
            Connection<?> connection, MembershipTime time, DataFetchingEnvironment environment) {
        return ofFilter(connection, time, environment);
    }

    /** The coverage of the organizations named in the filter of a list, in that order; unknown ids are left out. */
    private CompletableFuture<List<Coverage>> ofFilter(
            Connection<?> connection, MembershipTime time, DataFetchingEnvironment environment) {
        var organizations =
                MemberOfCriterion.organizations(connection.origin().request().where());
        return entities.all(List.copyOf(organizations), Organization.class, environment)
                .thenCompose(known -> all(known.stream()
                        .map(each -> coverage.load(each.id(), time, environment))
                        .toList()));
    }

    @SchemaMapping
    CompletableFuture<@Nullable Organization> organization(Coverage coverage, DataFetchingEnvironment environment) {
        return entities.one(coverage.organizationId(), Organization.class, environment);
    }

    @SchemaMapping
    CompletableFuture<@Nullable Source> source(MemberList list, DataFetchingEnvironment environment) {
        return entities.one(list.sourceId(), Source.class, environment);
    }

    @SchemaMapping
    CompletableFuture<List<MemberList>> absentFrom(Membership membership, DataFetchingEnvironment environment) {
        return entities.all(membership.absentFromIds(), MemberList.class, environment);
    }

    @SchemaMapping
    CompletableFuture<List<Organization>> selectedFrom(MemberList list, DataFetchingEnvironment environment) {
        return entities.all(list.selectedFromIds(), Organization.class, environment);
    }

    private static <T> CompletableFuture<List<T>> all(List<CompletableFuture<T>> futures) {
        return CompletableFuture.allOf(futures.toArray(CompletableFuture[]::new))
                .thenApply(done -> futures.stream().map(CompletableFuture::join).toList());
    }
}
