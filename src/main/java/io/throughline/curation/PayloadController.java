package io.throughline.curation;

import graphql.schema.DataFetchingEnvironment;
import io.throughline.entity.Entity;
import io.throughline.entity.EntityLoader;
import io.throughline.source.Claim;
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
    CompletableFuture<@Nullable Claim> claim(Changed changed, DataFetchingEnvironment environment) {
        return entities.one(changed.claimId(), Claim.class, environment);
    }

    @SchemaMapping(typeName = "AssertMembershipPayload", field = "membership")
    CompletableFuture<@Nullable Entity> membership(Changed changed, DataFetchingEnvironment environment) {
        return thing(changed, environment);
    }

    @SchemaMapping(typeName = "AssertStatementPayload", field = "subject")
    CompletableFuture<@Nullable Entity> subject(Changed changed, DataFetchingEnvironment environment) {
        return thing(changed, environment);
    }

    @SchemaMapping(typeName = "AssertFigurePayload", field = "figure")
    CompletableFuture<@Nullable Entity> figure(Changed changed, DataFetchingEnvironment environment) {
        return thing(changed, environment);
    }

    @SchemaMapping(typeName = "AddSourcePayload", field = "source")
    CompletableFuture<@Nullable Entity> source(Changed changed, DataFetchingEnvironment environment) {
        return thing(changed, environment);
    }

    @SchemaMapping(typeName = "AddOrganizationPayload", field = "organization")
    CompletableFuture<@Nullable Entity> organization(Changed changed, DataFetchingEnvironment environment) {
        return thing(changed, environment);
    }

    @SchemaMapping(typeName = "AddCityPayload", field = "city")
    CompletableFuture<@Nullable Entity> city(Changed changed, DataFetchingEnvironment environment) {
        return thing(changed, environment);
    }

    @SchemaMapping(typeName = "AddRegionPayload", field = "region")
    CompletableFuture<@Nullable Entity> region(Changed changed, DataFetchingEnvironment environment) {
        return thing(changed, environment);
    }

    @SchemaMapping(typeName = "AddSecretariatPayload", field = "secretariat")
    CompletableFuture<@Nullable Entity> secretariat(Changed changed, DataFetchingEnvironment environment) {
        return thing(changed, environment);
    }

    @SchemaMapping(typeName = "AddEventPayload", field = "event")
    CompletableFuture<@Nullable Entity> event(Changed changed, DataFetchingEnvironment environment) {
        return thing(changed, environment);
    }

    @SchemaMapping(typeName = "MergeAgentsPayload", field = "survivor")
    CompletableFuture<@Nullable Entity> survivor(Changed changed, DataFetchingEnvironment environment) {
        return thing(changed, environment);
    }

    @SchemaMapping(typeName = "SplitAgentPayload", field = "agent")
    CompletableFuture<@Nullable Entity> agent(Changed changed, DataFetchingEnvironment environment) {
        return thing(changed, environment);
    }

    private CompletableFuture<@Nullable Entity> thing(Changed changed, DataFetchingEnvironment environment) {
        return entities.one(changed.thingId(), Entity.class, environment);
    }
}
