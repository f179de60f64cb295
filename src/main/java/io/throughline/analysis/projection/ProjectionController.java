package io.throughline.analysis.projection;

import graphql.schema.DataFetchingEnvironment;
import io.throughline.analysis.overlap.OrganizationSelection;
import io.throughline.dataset.Dataset;
import io.throughline.graphql.connection.InvalidArgumentException;
import io.throughline.graphql.entity.Entity;
import io.throughline.graphql.entity.EntityLoader;
import io.throughline.model.agent.LocalGovernment;
import io.throughline.model.agent.Organization;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Resolves projections in {@code graphql/projection.graphqls}. */
@Controller
class ProjectionController {

    private static final int MAX_NODES = 5_000;
    private static final int DEFAULT_NODES = 500;
    private static final int MAX_BROKERS = 500;

    private final OrganizationSelection organizations;
    private final ProjectionBuilder builder;
    private final EntityLoader entities;

    ProjectionController(OrganizationSelection organizations, ProjectionBuilder builder, EntityLoader entities) {
        this.organizations = organizations;
        this.builder = builder;
        this.entities = entities;
    }

    @QueryMapping
    Projection projection(
            @Argument @Nullable ProjectionOf of,
            @Argument("organizations") List<String> organizationIds,
            @Argument @Nullable Map<String, Object> where,
            @Argument @Nullable ProjectionWeight weight,
            @Argument @Nullable Double minWeight,
            @Argument @Nullable Integer topK,
            @Argument @Nullable LocalDate asOf,
            @Argument @Nullable Integer maxNodes,
            DataFetchingEnvironment environment) {
        var minimumWeight = minWeight == null ? 0 : minWeight;
        if (minimumWeight < 0 || !Double.isFinite(minimumWeight)) {
            throw new InvalidArgumentException("minWeight", minWeight, "a number, at least 0");
        }
        if (topK != null && (topK < 1 || topK > MAX_NODES)) {
            throw new InvalidArgumentException("topK", topK, "a whole number from 1 to " + MAX_NODES);
        }
        var limit = maxNodes == null ? DEFAULT_NODES : maxNodes;
        if (limit < 1 || limit > MAX_NODES) {
            throw new InvalidArgumentException("maxNodes", limit, "a whole number from 1 to " + MAX_NODES);
        }
        var coverages = organizations.check("organizations", organizationIds, 1);
        // expensive measures are computed only if selected
        var selected = environment.getSelectionSet();
        return builder.project(
                ProjectionRequestBuilder.builder()
                        .of(of == null ? ProjectionOf.ORGANIZATIONS : of)
                        .organizationIds(organizationIds)
                        .where(where == null ? Map.of() : where)
                        .weight(weight == null ? ProjectionWeight.COUNT : weight)
                        .minWeight(minimumWeight)
                        .maxNodes(limit)
                        .communities(selected.containsAnyOf("**/community", "stats/communities", "stats/modularity"))
                        .betweenness(selected.containsAnyOf("brokers", "**/betweenness"))
                        .topK(topK)
                        .asOf(asOf)
                        .build(),
                coverages);
    }

    @SchemaMapping
    List<ProjectionNode> brokers(Projection projection, @Argument @Nullable Integer first) {
        var limit = first == null ? 10 : first;
        if (limit < 1 || limit > MAX_BROKERS) {
            throw new InvalidArgumentException("first", limit, "a whole number from 1 to " + MAX_BROKERS);
        }
        return projection.brokers(limit);
    }

    @SchemaMapping
    CompletableFuture<String> citation(Projection projection, DataFetchingEnvironment environment) {
        return entities.one("dataset", Dataset.class, environment)
                .thenApply(dataset -> dataset == null ? "" : dataset.citation());
    }

    @SchemaMapping
    CompletableFuture<@Nullable Entity> entity(ProjectionNode node, DataFetchingEnvironment environment) {
        return entities.one(node.id(), Entity.class, environment);
    }

    @SchemaMapping
    CompletableFuture<@Nullable String> label(ProjectionNode node, DataFetchingEnvironment environment) {
        return entity(node, environment).thenApply(ProjectionController::name);
    }

    @SchemaMapping
    CompletableFuture<@Nullable String> kind(ProjectionNode node, DataFetchingEnvironment environment) {
        return entity(node, environment).thenApply(ProjectionController::kind);
    }

    @SchemaMapping(typeName = "ProjectionNodeAttributes", field = "label")
    CompletableFuture<@Nullable String> labelAmongAttributes(ProjectionNode node, DataFetchingEnvironment environment) {
        return label(node, environment);
    }

    @SchemaMapping(typeName = "ProjectionNodeAttributes", field = "kind")
    CompletableFuture<@Nullable String> kindAmongAttributes(ProjectionNode node, DataFetchingEnvironment environment) {
        return kind(node, environment);
    }

    private static @Nullable String name(@Nullable Entity agent) {
        if (agent instanceof LocalGovernment government) {
            return government.name();
        }
        return agent instanceof Organization organization ? organization.name() : null;
    }

    private static @Nullable String kind(@Nullable Entity agent) {
        return agent == null ? null : agent.typeName().toUpperCase(Locale.ROOT);
    }
}
