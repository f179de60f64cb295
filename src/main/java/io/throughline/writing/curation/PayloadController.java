package io.throughline.writing.curation;

import graphql.schema.DataFetchingEnvironment;
import io.throughline.graphql.entity.Entity;
import io.throughline.graphql.entity.EntityLoader;
import io.throughline.model.source.Claim;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** What came of changes; see the payloads in {@code graphql/curation.graphqls}. */
@Controller
class PayloadController {

    private final EntityLoader entities;

    PayloadController(EntityLoader entities) {
        this.entities = entities;
    }

    @SchemaMapping(typeName = "ClaimPayload", field = "claim")
    CompletableFuture<@Nullable Claim> claim(MutationResult changed, DataFetchingEnvironment environment) {
        return entities.one(changed.claimId(), Claim.class, environment);
    }

    @SchemaMapping(typeName = "AssertMembershipPayload", field = "membership")
    CompletableFuture<@Nullable Entity> membership(MutationResult changed, DataFetchingEnvironment environment) {
        return thing(changed, environment);
    }

    @SchemaMapping(typeName = "AssertStatementPayload", field = "subject")
    CompletableFuture<@Nullable Entity> subject(MutationResult changed, DataFetchingEnvironment environment) {
        return thing(changed, environment);
    }

    @SchemaMapping(typeName = "AssertFigurePayload", field = "figure")
    CompletableFuture<@Nullable Entity> figure(MutationResult changed, DataFetchingEnvironment environment) {
        return thing(changed, environment);
    }

    @SchemaMapping(typeName = "AddSourcePayload", field = "source")
    CompletableFuture<@Nullable Entity> source(MutationResult changed, DataFetchingEnvironment environment) {
        return thing(changed, environment);
    }

    @SchemaMapping(typeName = "AddOrganizationPayload", field = "organization")
    CompletableFuture<@Nullable Entity> organization(MutationResult changed, DataFetchingEnvironment environment) {
        return thing(changed, environment);
    }

    @SchemaMapping(typeName = "AddCityPayload", field = "city")
    CompletableFuture<@Nullable Entity> city(MutationResult changed, DataFetchingEnvironment environment) {
        return thing(changed, environment);
    }

    @SchemaMapping(typeName = "AddRegionPayload", field = "region")
    CompletableFuture<@Nullable Entity> region(MutationResult changed, DataFetchingEnvironment environment) {
        return thing(changed, environment);
    }

    @SchemaMapping(typeName = "AddSecretariatPayload", field = "secretariat")
    CompletableFuture<@Nullable Entity> secretariat(MutationResult changed, DataFetchingEnvironment environment) {
        return thing(changed, environment);
    }

    @SchemaMapping(typeName = "AddEventPayload", field = "event")
    CompletableFuture<@Nullable Entity> event(MutationResult changed, DataFetchingEnvironment environment) {
        return thing(changed, environment);
    }

    @SchemaMapping(typeName = "MergeAgentsPayload", field = "survivor")
    CompletableFuture<@Nullable Entity> survivor(MutationResult changed, DataFetchingEnvironment environment) {
        return thing(changed, environment);
    }

    @SchemaMapping(typeName = "SplitAgentPayload", field = "agent")
    CompletableFuture<@Nullable Entity> agent(MutationResult changed, DataFetchingEnvironment environment) {
        return thing(changed, environment);
    }

    private CompletableFuture<@Nullable Entity> thing(MutationResult changed, DataFetchingEnvironment environment) {
        return entities.one(changed.thingId(), Entity.class, environment);
    }
}
