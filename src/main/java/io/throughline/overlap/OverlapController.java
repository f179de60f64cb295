package io.throughline.overlap;

import graphql.schema.DataFetchingEnvironment;
import io.throughline.agent.Organization;
import io.throughline.connection.BadArgument;
import io.throughline.entity.EntityLoader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Overlaps of pairs in {@code graphql/overlap.graphqls}. */
@Controller
class OverlapController {

    private final SetQueries sets;
    private final AskedOrganizations organizations;
    private final EntityLoader entities;

    OverlapController(SetQueries sets, AskedOrganizations organizations, EntityLoader entities) {
        this.sets = sets;
        this.organizations = organizations;
        this.entities = entities;
    }

    @QueryMapping
    Overlap overlap(
            @Argument("organizations") List<String> organizationIds,
            @Argument Universe.@Nullable Asked universe,
            @Argument @Nullable Boolean allowIncomplete,
            @Argument @Nullable LocalDate asOf) {
        var coverages = organizations.check("organizations", organizationIds, 2);
        var read = new LinkedHashSet<>(organizationIds);
        if (universe != null && universe.citiesInAnyOf() != null) {
            organizations.check("universe.citiesInAnyOf", universe.citiesInAnyOf(), 1);
            read.addAll(universe.citiesInAnyOf());
        }
        var combinations = sets.combinations(read, Map.of(), asOf);
        var named = universe == null ? null : named(universe, organizationIds, combinations);
        var compared = organizationIds.stream()
                .map(id -> new OverlapSet(
                        id, combinations.size(id), combinations.unknown(id), Objects.requireNonNull(coverages.get(id))))
                .toList();
        var pairs = new ArrayList<OverlapPair>();
        for (var first = 0; first < compared.size(); first++) {
            for (var second = first + 1; second < compared.size(); second++) {
                var a = compared.get(first);
                var b = compared.get(second);
                pairs.add(OverlapPair.of(
                        a,
                        b,
                        combinations.inBoth(a.id(), b.id()),
                        named == null ? null : named.size(),
                        Boolean.TRUE.equals(allowIncomplete),
                        asOf));
            }
        }
        return new Overlap(compared, named, OverlapPair.adjusted(pairs), asOf);
    }

    @SchemaMapping
    CompletableFuture<@Nullable Organization> organization(OverlapSet set, DataFetchingEnvironment environment) {
        return entities.one(set.id(), Organization.class, environment);
    }

    @SchemaMapping
    CompletableFuture<@Nullable Organization> a(OverlapPair pair, DataFetchingEnvironment environment) {
        return entities.one(pair.aId(), Organization.class, environment);
    }

    @SchemaMapping
    CompletableFuture<@Nullable Organization> b(OverlapPair pair, DataFetchingEnvironment environment) {
        return entities.one(pair.bId(), Organization.class, environment);
    }

    @SchemaMapping
    CompletableFuture<@Nullable List<Organization>> citiesInAnyOf(
            Universe universe, DataFetchingEnvironment environment) {
        return universe.citiesInAnyOf() == null
                ? CompletableFuture.completedFuture(null)
                : entities.all(universe.citiesInAnyOf(), Organization.class, environment);
    }

    /** The universe, which must hold everybody who is compared: chance cannot draw whom it does not hold. */
    private static Universe named(Universe.Asked asked, List<String> organizationIds, Combinations combinations) {
        var ids = asked.citiesInAnyOf();
        if (ids == null) {
            var size = Objects.requireNonNull(asked.size());
            var least = Math.max(1, combinations.inAny(organizationIds));
            if (size < least) {
                throw new BadArgument(
                        "universe.size", size, "at least %d, as many as are in those compared".formatted(least));
            }
            return new Universe(size, null);
        }
        var outside = combinations.outside(organizationIds, ids);
        if (outside > 0) {
            throw new BadArgument(
                    "universe.citiesInAnyOf",
                    ids,
                    "organizations that have every member of those compared; %d are in none of these"
                            .formatted(outside));
        }
        return new Universe(combinations.inAny(ids), ids);
    }
}
