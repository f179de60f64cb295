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

/** Overlaps of pairs in {@code graphql/overlap.graphqls}. */
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
            @Argument Universe.@Nullable Asked universe,
            @Argument @Nullable Boolean allowIncomplete,
            @Argument @Nullable LocalDate asOf) {
        var coverages = organizations.check("organizations", organizationIds, 2);
        if (pairsWith != null && !organizationIds.contains(pairsWith)) {
            throw new InvalidArgumentException("pairsWith", pairsWith, "one of the organizations");
        }
        var read = new LinkedHashSet<>(organizationIds);
        if (universe != null && universe.citiesInAnyOf() != null) {
            organizations.check("universe.citiesInAnyOf", universe.citiesInAnyOf(), 1);
            read.addAll(universe.citiesInAnyOf());
        }
        var sets = indexes.current().sets(read, asOf);
        var named = universe == null ? null : named(universe, organizationIds, sets);
        var size = named == null ? null : named.size();
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
        return new Overlap(compared, named, OverlapPair.adjusted(pairs), group, asOf);
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
     * Each two of some sets once, in their order.
     *
     * @param with the organization that is the first of every pair; null for all pairs
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

    /** The universe, which must hold everybody who is compared: chance cannot draw whom it does not hold. */
    private static Universe named(Universe.Asked asked, List<String> organizationIds, MemberSets sets) {
        var ids = asked.citiesInAnyOf();
        if (ids == null) {
            var size = Objects.requireNonNull(asked.size());
            var least = Math.max(1, sets.inAny(organizationIds).getCardinality());
            if (size < least) {
                throw new InvalidArgumentException(
                        "universe.size", size, "at least %d, as many as are in those compared".formatted(least));
            }
            return new Universe(size, null);
        }
        var all = sets.inAny(ids);
        var outside = RoaringBitmap.andNotCardinality(sets.inAny(organizationIds), all);
        if (outside > 0) {
            throw new InvalidArgumentException(
                    "universe.citiesInAnyOf",
                    ids,
                    "organizations that have every member of those compared; %d are in none of these"
                            .formatted(outside));
        }
        return new Universe(all.getCardinality(), ids);
    }
}
