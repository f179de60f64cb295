package io.throughline.analysis.overlap;

import graphql.schema.DataFetchingEnvironment;
import io.throughline.graphql.connection.Connection;
import io.throughline.graphql.connection.InvalidArgumentException;
import io.throughline.graphql.connection.ListRequest;
import io.throughline.graphql.entity.EntityLoader;
import io.throughline.graphql.entity.FieldLoader;
import io.throughline.model.agent.LocalGovernment;
import io.throughline.model.agent.Organization;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.stereotype.Controller;

/** Intersections of any number of organizations in {@code graphql/overlap.graphqls}. */
@Controller
class IntersectionController {

    private static final int MOST = 10_000;

    /** What is asked of the members of intersections on a day. */
    private record Arguments(@Nullable LocalDate day, ListRequest listing) {}

    private final MemberIndexes indexes;
    private final OrganizationSelection organizations;
    private final EntityLoader entities;
    private final FieldLoader<Arguments, Connection<LocalGovernment>> members;

    IntersectionController(
            MemberIndexes indexes,
            OrganizationSelection organizations,
            EntityLoader entities,
            IntersectionMembers members,
            BatchLoaderRegistry loaders) {
        this.indexes = indexes;
        this.organizations = organizations;
        this.entities = entities;
        this.members = new FieldLoader<>(
                "Intersection.members", loaders, (keys, asked) -> members.of(keys, asked.day(), asked.listing()));
    }

    @QueryMapping
    List<Intersection> intersections(
            @Argument("organizations") List<String> organizationIds,
            @Argument @Nullable IntersectionMode mode,
            @Argument @Nullable Integer minSize,
            @Argument @Nullable LocalDate asOf) {
        var least = minSize == null ? 1 : minSize;
        if (least < 1) {
            throw new InvalidArgumentException("minSize", least, "a whole number from 1");
        }
        organizations.check("organizations", organizationIds, 1);
        return new IntersectionFinder(indexes.current().sets(organizationIds, asOf), organizationIds, least, MOST)
                .of(mode == null ? IntersectionMode.EXCLUSIVE : mode)
                .orElseThrow(() -> new InvalidArgumentException(
                        "minSize", least, "a larger number: there are more than %d intersections".formatted(MOST)));
    }

    @SchemaMapping(typeName = "Intersection")
    CompletableFuture<List<Organization>> organizations(
            Intersection intersection, DataFetchingEnvironment environment) {
        return entities.all(intersection.sets(), Organization.class, environment);
    }

    @SchemaMapping
    CompletableFuture<Connection<LocalGovernment>> members(
            Intersection intersection, ListRequest listing, DataFetchingEnvironment environment) {
        return members.load(intersection.key().text(), new Arguments(intersection.asOf(), listing), environment);
    }
}
