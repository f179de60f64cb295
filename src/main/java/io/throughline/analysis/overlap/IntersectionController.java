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

/** Resolves intersections of any number of organizations in {@code graphql/overlap.graphqls}. */
@Controller
class IntersectionController {

    private static final int MAX = 10_000;

    /** The day and the list arguments with which members of intersections are requested. */
    private record Arguments(@Nullable LocalDate day, ListRequest request) {}

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
                "Intersection.members",
                loaders,
                (keys, arguments) -> members.of(keys, arguments.day(), arguments.request()));
    }

    @QueryMapping
    List<Intersection> intersections(
            @Argument("organizations") List<String> organizationIds,
            @Argument @Nullable IntersectionMode mode,
            @Argument @Nullable Integer minSize,
            @Argument @Nullable LocalDate asOf) {
        var minimum = minSize == null ? 1 : minSize;
        if (minimum < 1) {
            throw new InvalidArgumentException("minSize", minimum, "a whole number from 1");
        }
        organizations.check("organizations", organizationIds, 1);
        return new IntersectionFinder(indexes.current().sets(organizationIds, asOf), organizationIds, minimum, MAX)
                .of(mode == null ? IntersectionMode.EXCLUSIVE : mode)
                .orElseThrow(() -> new InvalidArgumentException(
                        "minSize", minimum, "a larger number: there are more than %d intersections".formatted(MAX)));
    }

    @SchemaMapping(typeName = "Intersection")
    CompletableFuture<List<Organization>> organizations(
            Intersection intersection, DataFetchingEnvironment environment) {
        return entities.all(intersection.sets(), Organization.class, environment);
    }

    @SchemaMapping
    CompletableFuture<Connection<LocalGovernment>> members(
            Intersection intersection, ListRequest request, DataFetchingEnvironment environment) {
        return members.load(intersection.key().text(), new Arguments(intersection.asOf(), request), environment);
    }
}
