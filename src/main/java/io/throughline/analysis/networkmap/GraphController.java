package io.throughline.analysis.networkmap;

import graphql.schema.DataFetchingEnvironment;
import io.throughline.dataset.Dataset;
import io.throughline.graphql.entity.Entity;
import io.throughline.graphql.entity.EntityLoader;
import io.throughline.model.membership.Membership;
import io.throughline.model.membership.MembershipRole;
import io.throughline.model.source.Source;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Resolves maps in {@code graphql/networkmap.graphqls}. */
@Controller
class GraphController {

    private final GraphViewService maps;
    private final EntityLoader entities;

    GraphController(GraphViewService maps, EntityLoader entities) {
        this.maps = maps;
        this.entities = entities;
    }

    @QueryMapping
    Graph graph(
            @Argument List<String> roots,
            @Argument @Nullable Integer depth,
            @Argument @Nullable List<MembershipRole> roles,
            @Argument @Nullable MembershipShape membershipsAs,
            @Argument @Nullable Boolean mergeParallel,
            @Argument @Nullable Integer minShared,
            @Argument @Nullable LocalDate asOf,
            @Argument @Nullable Integer maxNodes) {
        return maps.draw(roots, depth, roles, membershipsAs, mergeParallel, minShared, asOf, maxNodes);
    }

    @SchemaMapping
    CompletableFuture<String> citation(Graph graph, DataFetchingEnvironment environment) {
        return entities.one("dataset", Dataset.class, environment)
                .thenApply(dataset -> dataset == null ? "" : dataset.citation());
    }

    @SchemaMapping
    CompletableFuture<@Nullable Entity> entity(GraphNode node, DataFetchingEnvironment environment) {
        return entities.one(node.id(), Entity.class, environment);
    }

    @SchemaMapping
    CompletableFuture<List<Membership>> memberships(GraphEdge edge, DataFetchingEnvironment environment) {
        return entities.all(edge.membershipIds(), Membership.class, environment);
    }

    @SchemaMapping
    CompletableFuture<List<Source>> sources(GraphEdge edge, DataFetchingEnvironment environment) {
        return entities.all(edge.sourceIds(), Source.class, environment);
    }
}
