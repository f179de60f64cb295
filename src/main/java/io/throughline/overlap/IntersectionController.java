package io.throughline.overlap;

import graphql.schema.DataFetchingEnvironment;
import io.throughline.agent.Organization;
import io.throughline.connection.BadArgument;
import io.throughline.entity.EntityLoader;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Intersections of any number of organizations in {@code graphql/overlap.graphqls}. */
@Controller
class IntersectionController {

    private static final int MOST = 10_000;

    private final SetQueries sets;
    private final AskedOrganizations organizations;
    private final EntityLoader entities;

    IntersectionController(SetQueries sets, AskedOrganizations organizations, EntityLoader entities) {
        this.sets = sets;
        this.organizations = organizations;
        this.entities = entities;
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
        return new Intersections(sets.combinations(organizationIds, Map.of(), asOf), organizationIds, least, MOST)
                .of(mode == null ? IntersectionMode.EXCLUSIVE : mode)
                .orElseThrow(() -> new BadArgument(
                        "minSize", least, "a larger number: there are more than %d intersections".formatted(MOST)));
    }

    @SchemaMapping(typeName = "Intersection")
    CompletableFuture<List<Organization>> organizations(
            Intersection intersection, DataFetchingEnvironment environment) {
        return entities.all(intersection.sets(), Organization.class, environment);
    }
}
