package io.throughline.analysis.overlap;

import graphql.schema.DataFetchingEnvironment;
import io.throughline.graphql.connection.InvalidArgumentException;
import io.throughline.graphql.entity.EntityLoader;
import io.throughline.model.agent.Organization;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Resolves the overlap of organizations in {@code graphql/overlap.graphqls}. */
@Controller
class OverlapController {

    private final MemberIndexes indexes;
    private final OrganizationSelection organizations;
    private final EntityLoader entities;

    OverlapController(MemberIndexes indexes, OrganizationSelection organizations, EntityLoader entities) {
        this.indexes = indexes;
        this.organizations = organizations;
        this.entities = entities;
    }

    @QueryMapping
    Overlap overlap(
            @Argument("organizations") List<String> organizationIds,
            @Argument @Nullable String pairsWith,
            @Argument Universe.@Nullable Input universe,
            @Argument @Nullable Boolean allowIncomplete,
            @Argument @Nullable LocalDate asOf) {
        var coverages = organizations.check("organizations", organizationIds, 2);
        if (pairsWith != null && !organizationIds.contains(pairsWith)) {
            throw new InvalidArgumentException("pairsWith", pairsWith, "one of the organizations");
        }
        var relevantIds = new LinkedHashSet<>(organizationIds);
        if (universe != null && universe.citiesInAnyOf() != null) {
            organizations.check("universe.citiesInAnyOf", universe.citiesInAnyOf(), 1);
            relevantIds.addAll(universe.citiesInAnyOf());
        }
        var sets = indexes.current().sets(relevantIds, asOf);
        var resolved = universe == null ? null : resolve(universe, organizationIds, sets);
        var size = resolved == null ? null : resolved.size();
        var incomplete = Boolean.TRUE.equals(allowIncomplete);
        var compared = organizationIds.stream()
                .map(id ->
                        new OverlapSet(id, sets.size(id), sets.unknown(id), Objects.requireNonNull(coverages.get(id))))
                .toList();
        var pairs = pairs(compared, pairsWith).stream()
                .map(pair -> {
                    var a = pair.get(0);
                    var b = pair.get(1);
                    return OverlapPair.of(a, b, sets.inBoth(a.id(), b.id()), size, incomplete, asOf);
                })
                .toList();
        var group = OverlapGroup.of(
                compared,
                sets.inAll(organizationIds).getCardinality(),
                sets.inAny(organizationIds).getCardinality(),
                size,
                incomplete,
                asOf);
        return new Overlap(compared, resolved, OverlapPair.adjusted(pairs), group, asOf);
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

    /**
     * Returns each pair of sets once, in order.
     *
     * @param with the organization that comes first in every pair; null for all pairs
     */
    private static List<List<OverlapSet>> pairs(List<OverlapSet> sets, @Nullable String with) {
        var pairs = new ArrayList<List<OverlapSet>>();
        for (var a : sets) {
            var later = sets.subList(sets.indexOf(a) + 1, sets.size());
            if (with == null || a.id().equals(with)) {
                (with == null ? later : sets).stream().filter(b -> !b.equals(a)).forEach(b -> pairs.add(List.of(a, b)));
            }
        }
        return pairs;
    }

    /** Resolves the universe, which must include every member compared: chance can only draw from its members. */
    private static Universe resolve(Universe.Input input, List<String> organizationIds, MemberSets sets) {
        var ids = input.citiesInAnyOf();
        if (ids == null) {
            var size = Objects.requireNonNull(input.size());
            var minimum = Math.max(1, sets.inAny(organizationIds).getCardinality());
            if (size < minimum) {
                throw new InvalidArgumentException(
                        "universe.size",
                        size,
                        "at least %d, the number of members of the compared organizations".formatted(minimum));
            }
            return new Universe(size, null);
        }
        var all = sets.inAny(ids);
        var outside = RoaringBitmap.andNotCardinality(sets.inAny(organizationIds), all);
        if (outside > 0) {
            throw new InvalidArgumentException(
                    "universe.citiesInAnyOf",
                    ids,
                    "organizations that together have every member of those compared (%d are missing)"
                            .formatted(outside));
        }
        return new Universe(all.getCardinality(), ids);
    }
}
