package io.throughline.model.membership;

import static java.util.concurrent.CompletableFuture.completedFuture;
import static java.util.stream.Collectors.toMap;

import graphql.schema.DataFetchingEnvironment;
import io.throughline.graphql.entity.EntityLoader;
import io.throughline.graphql.entity.FieldLoader;
import io.throughline.graphql.entity.NoArguments;
import io.throughline.infra.cypher.CypherStatement;
import io.throughline.infra.cypher.GraphReader;
import io.throughline.model.agent.Organization;
import io.throughline.model.agent.Place;
import io.throughline.model.source.Claim;
import io.throughline.model.source.Status;
import io.throughline.reference.date.PartialDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.stereotype.Controller;

/** Resolves what a claim states about its membership, the fields of {@code Claim} in {@code graphql/membership.graphqls}. */
@Controller
class MembershipClaimController {

    private static final CypherStatement STATED = CypherStatement.in("membership/memberships-stated-by-claims.cypher");

    private final GraphReader graph;
    private final EntityLoader entities;
    private final FieldLoader<NoArguments, List<MembershipClaimValues>> stated;

    MembershipClaimController(GraphReader graph, EntityLoader entities, BatchLoaderRegistry loaders) {
        this.graph = graph;
        this.entities = entities;
        this.stated = new FieldLoader<>("Claim.membership", loaders, (ids, none) -> read(ids));
    }

    @SchemaMapping
    CompletableFuture<@Nullable PartialDate> validFrom(Claim claim, DataFetchingEnvironment environment) {
        return stated(claim, environment, MembershipClaimValues::validFrom);
    }

    @SchemaMapping
    CompletableFuture<@Nullable PartialDate> validFromSpan(Claim claim, DataFetchingEnvironment environment) {
        return stated(claim, environment, MembershipClaimValues::validFrom);
    }

    @SchemaMapping
    CompletableFuture<@Nullable PartialDate> validTo(Claim claim, DataFetchingEnvironment environment) {
        return stated(claim, environment, MembershipClaimValues::validTo);
    }

    @SchemaMapping
    CompletableFuture<@Nullable PartialDate> validToSpan(Claim claim, DataFetchingEnvironment environment) {
        return stated(claim, environment, MembershipClaimValues::validTo);
    }

    @SchemaMapping
    CompletableFuture<@Nullable Status> status(Claim claim, DataFetchingEnvironment environment) {
        return stated(claim, environment, MembershipClaimValues::status);
    }

    @SchemaMapping
    CompletableFuture<@Nullable ViaStatus> viaStatus(Claim claim, DataFetchingEnvironment environment) {
        return stated(claim, environment, MembershipClaimValues::viaStatus);
    }

    @SchemaMapping
    CompletableFuture<@Nullable Directness> directness(Claim claim, DataFetchingEnvironment environment) {
        return stated(claim, environment, MembershipClaimValues::directness);
    }

    @SchemaMapping
    CompletableFuture<@Nullable Integer> position(Claim claim, DataFetchingEnvironment environment) {
        return stated(claim, environment, MembershipClaimValues::position);
    }

    @SchemaMapping
    CompletableFuture<@Nullable List<Organization>> via(Claim claim, DataFetchingEnvironment environment) {
        return stated(claim, environment, MembershipClaimValues::viaIds)
                .thenCompose(ids -> ids == null
                        ? completedFuture(null)
                        : entities.all(ids, Organization.class, environment).thenApply(Function.identity()));
    }

    @SchemaMapping
    CompletableFuture<@Nullable Secretariat> post(Claim claim, DataFetchingEnvironment environment) {
        return stated(claim, environment, MembershipClaimValues::postId)
                .thenCompose(id -> entities.one(id, Secretariat.class, environment));
    }

    @SchemaMapping
    CompletableFuture<@Nullable Place> area(Claim claim, DataFetchingEnvironment environment) {
        return stated(claim, environment, MembershipClaimValues::areaId)
                .thenCompose(id -> entities.one(id, Place.class, environment));
    }

    /** The value that the claim states of all its memberships; null if it states none, or not the same of all. */
    private <T> CompletableFuture<@Nullable T> stated(
            Claim claim, DataFetchingEnvironment environment, Function<MembershipClaimValues, @Nullable T> value) {
        return stated.load(claim.id(), new NoArguments(), environment).thenApply(memberships -> {
            var values = memberships.stream().map(value).distinct().toList();
            return values.size() == 1 ? values.get(0) : null;
        });
    }

    private Map<String, List<MembershipClaimValues>> read(List<String> claimIds) {
        return graph
                .list(
                        STATED,
                        Map.of("ids", List.copyOf(claimIds)),
                        row -> Map.entry(
                                row.get("id").asString(), row.get("memberships").asList(MembershipClaimValues::of)))
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
