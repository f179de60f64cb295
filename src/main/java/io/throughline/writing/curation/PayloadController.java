package io.throughline.writing.curation;

import graphql.schema.DataFetchingEnvironment;
import io.throughline.graphql.entity.Entity;
import io.throughline.graphql.entity.EntityLoader;
import io.throughline.model.source.Claim;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Resolves the fields of the payloads in {@code graphql/curation.graphqls}. */
@Controller
class PayloadController {

    private final EntityLoader entities;

    PayloadController(EntityLoader entities) {
        this.entities = entities;
    }

    @SchemaMapping(typeName = "ClaimPayload", field = "claim")
    CompletableFuture<@Nullable Claim> claim(MutationResult result, DataFetchingEnvironment environment) {
        return entities.one(result.claimId(), Claim.class, environment);
    }

    @SchemaMapping(typeName = "AssertMembershipPayload", field = "membership")
    CompletableFuture<@Nullable Entity> membership(MutationResult result, DataFetchingEnvironment environment) {
        return entity(result, environment);
    }

    @SchemaMapping(typeName = "AssertStatementPayload", field = "subject")
    CompletableFuture<@Nullable Entity> subject(MutationResult result, DataFetchingEnvironment environment) {
        return entity(result, environment);
    }

    @SchemaMapping(typeName = "AssertFigurePayload", field = "figure")
    CompletableFuture<@Nullable Entity> figure(MutationResult result, DataFetchingEnvironment environment) {
        return entity(result, environment);
    }

    @SchemaMapping(typeName = "AddSourcePayload", field = "source")
    CompletableFuture<@Nullable Entity> source(MutationResult result, DataFetchingEnvironment environment) {
        return entity(result, environment);
    }

    @SchemaMapping(typeName = "AddOrganizationPayload", field = "organization")
    CompletableFuture<@Nullable Entity> organization(MutationResult result, DataFetchingEnvironment environment) {
        return entity(result, environment);
    }

    @SchemaMapping(typeName = "AddCityPayload", field = "city")
    CompletableFuture<@Nullable Entity> city(MutationResult result, DataFetchingEnvironment environment) {
        return entity(result, environment);
    }

    @SchemaMapping(typeName = "AddRegionPayload", field = "region")
    CompletableFuture<@Nullable Entity> region(MutationResult result, DataFetchingEnvironment environment) {
        return entity(result, environment);
    }

    @SchemaMapping(typeName = "AddSecretariatPayload", field = "secretariat")
    CompletableFuture<@Nullable Entity> secretariat(MutationResult result, DataFetchingEnvironment environment) {
        return entity(result, environment);
    }

    @SchemaMapping(typeName = "AddEventPayload", field = "event")
    CompletableFuture<@Nullable Entity> event(MutationResult result, DataFetchingEnvironment environment) {
        return entity(result, environment);
    }

    @SchemaMapping(typeName = "MergeAgentsPayload", field = "survivor")
    CompletableFuture<@Nullable Entity> survivor(MutationResult result, DataFetchingEnvironment environment) {
        return entity(result, environment);
    }

    @SchemaMapping(typeName = "SplitAgentPayload", field = "agent")
    CompletableFuture<@Nullable Entity> agent(MutationResult result, DataFetchingEnvironment environment) {
        return entity(result, environment);
    }

    private CompletableFuture<@Nullable Entity> entity(MutationResult result, DataFetchingEnvironment environment) {
        return entities.one(result.entityId(), Entity.class, environment);
    }
}
