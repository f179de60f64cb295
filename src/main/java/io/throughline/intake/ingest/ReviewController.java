package io.throughline.intake.ingest;

import graphql.schema.DataFetchingEnvironment;
import io.throughline.graphql.change.UserError;
import io.throughline.graphql.connection.Connection;
import io.throughline.graphql.connection.ConnectionReader;
import io.throughline.graphql.connection.ListRequest;
import io.throughline.graphql.entity.Entity;
import io.throughline.graphql.entity.EntityLoader;
import io.throughline.graphql.entity.FieldLoader;
import io.throughline.infra.cypher.CypherStatement;
import io.throughline.intake.matching.AgentMatch;
import io.throughline.intake.matching.ListedAgent;
import io.throughline.model.agent.Organization;
import io.throughline.model.source.Source;
import io.throughline.writing.ledger.NewAgent;
import io.throughline.writing.ledger.NewAgentBuilder;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;

/** The fields on the review queue in {@code graphql/ingest.graphqls}. */
@Controller
class ReviewController {

    private static final CypherStatement QUEUE = CypherStatement.in("ingest/review-queue.cypher");
    private static final CypherStatement WAITING = CypherStatement.in("ingest/rows-waiting-for-items.cypher");

    record WrittenIdentifier(String scheme, String value) {}

    record AgentAdditionInput(
            String id,
            String name,
            boolean city,
            String country,
            @Nullable String state,
            @Nullable Double latitude,
            @Nullable Double longitude) {

        private NewAgent agent() {
            return NewAgentBuilder.builder()
                    .id(id)
                    .label(city ? "City" : "Region")
                    .kind(city ? "CITY" : "REGION")
                    .name(name)
                    .identifiers(Map.of())
                    .countryId(country)
                    .stateId(state)
                    .latitude(latitude)
                    .longitude(longitude)
                    .build();
        }
    }

    record ResolveReviewInput(
            String item,
            ReviewDecision decision,
            @Nullable String agent,
            @Nullable AgentAdditionInput addition) {}

    record ResolveReviewPayload(@Nullable ReviewItem item, int recorded, List<UserError> userErrors) {}

    private final ConnectionReader connections;
    private final EntityLoader entities;
    private final ReviewSettler settler;
    private final FieldLoader<ListRequest, Connection<PendingMembership>> waiting;

    ReviewController(
            ConnectionReader connections, EntityLoader entities, ReviewSettler settler, BatchLoaderRegistry loaders) {
        this.connections = connections;
        this.entities = entities;
        this.settler = settler;
        this.waiting = new FieldLoader<>(
                "ReviewItem.waiting",
                loaders,
                (ids, request) -> connections.each(WAITING, ids, Map.of(), request, PendingMembership::of));
    }

    @QueryMapping
    Connection<ReviewItem> reviewQueue(ListRequest request) {
        return connections.one(QUEUE, Map.of(), request, ReviewItem::of);
    }

    @MutationMapping
    @PreAuthorize("hasRole('CURATOR')")
    ResolveReviewPayload resolveReview(@Argument ResolveReviewInput input, Principal person) {
        try {
            var addition = input.addition == null ? null : input.addition.agent();
            var settled = settler.resolve(
                    new ReviewSettler.ReviewAnswer(input.item, input.decision, input.agent, addition),
                    person.getName());
            return new ResolveReviewPayload(settled.item(), settled.recorded().size(), List.of());
        } catch (ImportRejectedException e) {
            return new ResolveReviewPayload(null, 0, List.of(e.userError()));
        }
    }

    @SchemaMapping
    CompletableFuture<@Nullable Source> source(ReviewItem item, DataFetchingEnvironment environment) {
        return entities.one(item.sourceId(), Source.class, environment);
    }

    @SchemaMapping
    CompletableFuture<@Nullable Entity> agent(ReviewItem item, DataFetchingEnvironment environment) {
        return entities.one(item.agentId(), Entity.class, environment);
    }

    @SchemaMapping(typeName = "ReviewItem", field = "waiting")
    CompletableFuture<Connection<PendingMembership>> waiting(
            ReviewItem item, ListRequest request, DataFetchingEnvironment environment) {
        return waiting.load(item.id(), request, environment);
    }

    @SchemaMapping(typeName = "WrittenMember", field = "identifiers")
    List<WrittenIdentifier> identifiers(ListedAgent written) {
        return written.identifiers().entrySet().stream()
                .map(identifier -> new WrittenIdentifier(identifier.getKey(), identifier.getValue()))
                .toList();
    }

    @SchemaMapping(typeName = "ReviewCandidate", field = "agent")
    CompletableFuture<@Nullable Entity> agentOfCandidate(
            AgentMatch.Candidate candidate, DataFetchingEnvironment environment) {
        return entities.one(candidate.agentId(), Entity.class, environment);
    }

    @SchemaMapping(typeName = "AgentAddition", field = "type")
    String type(NewAgent addition) {
        return addition.label();
    }

    @SchemaMapping(typeName = "WaitingMembership", field = "run")
    CompletableFuture<@Nullable ImportRun> run(PendingMembership row, DataFetchingEnvironment environment) {
        return entities.one(row.runId(), ImportRun.class, environment);
    }

    @SchemaMapping(typeName = "WaitingMembership", field = "organization")
    CompletableFuture<@Nullable Organization> organization(PendingMembership row, DataFetchingEnvironment environment) {
        return entities.one(row.statement().organizationId(), Organization.class, environment);
    }

    @SchemaMapping(typeName = "WaitingMembership", field = "via")
    CompletableFuture<List<Organization>> via(PendingMembership row, DataFetchingEnvironment environment) {
        return entities.all(row.statement().viaIds(), Organization.class, environment);
    }
}
