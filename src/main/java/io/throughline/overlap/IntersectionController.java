package io.throughline.overlap;

import graphql.schema.DataFetchingEnvironment;
import io.throughline.agent.LocalGovernment;
import io.throughline.agent.Organization;
import io.throughline.connection.BadArgument;
import io.throughline.connection.Connection;
import io.throughline.connection.Listing;
import io.throughline.entity.EntityLoader;
import io.throughline.entity.FieldLoader;
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
    private record Arguments(@Nullable LocalDate day, Listing listing) {}

    private final MemberIndexes indexes;
    private final AskedOrganizations organizations;
    private final EntityLoader entities;
    private final FieldLoader<Arguments, Connection<LocalGovernment>> members;

    IntersectionController(
            MemberIndexes indexes,
            AskedOrganizations organizations,
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
            throw new BadArgument("minSize", least, "a whole number from 1");
        }
        organizations.check("organizations", organizationIds, 1);
        return new Intersections(indexes.current().sets(organizationIds, asOf), organizationIds, least, MOST)
                .of(mode == null ? IntersectionMode.EXCLUSIVE : mode)
                .orElseThrow(() -> new BadArgument(
                        "minSize", least, "a larger number: there are more than %d intersections".formatted(MOST)));
    }

    @SchemaMapping(typeName = "Intersection")
    CompletableFuture<List<Organization>> organizations(
            Intersection intersection, DataFetchingEnvironment environment) {
        return entities.all(intersection.sets(), Organization.class, environment);
    }

    @SchemaMapping
    CompletableFuture<Connection<LocalGovernment>> members(
            Intersection intersection, Listing listing, DataFetchingEnvironment environment) {
        return members.load(intersection.key().text(), new Arguments(intersection.asOf(), listing), environment);
    }
}
