package io.throughline.model.figure;

import graphql.schema.DataFetchingEnvironment;
import io.throughline.graphql.connection.Connection;
import io.throughline.graphql.connection.ConnectionReader;
import io.throughline.graphql.connection.ListRequest;
import io.throughline.graphql.entity.Entity;
import io.throughline.graphql.entity.EntityLoader;
import io.throughline.graphql.entity.FieldLoader;
import io.throughline.graphql.entity.NoArguments;
import io.throughline.infra.cypher.CypherStatement;
import io.throughline.model.agent.Organization;
import io.throughline.model.agent.Place;
import io.throughline.model.membership.Coverage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.stereotype.Controller;

/** Resolves the figures of {@code graphql/figure.graphqls}. */
@Controller
class FigureController {

    private static final CypherStatement FIGURES = CypherStatement.in("figure/all-figures.cypher");
    private static final CypherStatement FIGURES_OF = CypherStatement.in("figure/figures-of-entities.cypher");

    private final ConnectionReader connections;
    private final EntityLoader entities;
    private final FieldLoader<NoArguments, List<Figure>> figures;

    FigureController(ConnectionReader connections, EntityLoader entities, BatchLoaderRegistry loaders) {
        this.connections = connections;
        this.entities = entities;
        this.figures = new FieldLoader<>(
                "Organization.figures",
                loaders,
                (ids, none) -> connections.whole(FIGURES_OF, ids, Map.of(), Figure::of));
    }

    @QueryMapping
    Connection<Figure> figures(
            @Argument @Nullable List<Metric> metrics, @Argument @Nullable List<String> about, ListRequest request) {
        var parameters = new HashMap<String, Object>();
        parameters.put(
                "metrics",
                metrics == null ? null : metrics.stream().map(Enum::name).toList());
        parameters.put("aboutIds", about);
        return connections.one(FIGURES, parameters, request, Figure::of);
    }

    @SchemaMapping(typeName = "Organization", field = "figures")
    CompletableFuture<List<Figure>> figuresOf(
            Organization organization, @Argument @Nullable List<Metric> metrics, DataFetchingEnvironment environment) {
        return figures.load(organization.id(), new NoArguments(), environment)
                .thenApply(found -> found.stream()
                        .filter(figure -> metrics == null || metrics.contains(figure.metric()))
                        .toList());
    }

    @SchemaMapping
    CompletableFuture<List<Figure>> claimed(Coverage coverage, DataFetchingEnvironment environment) {
        return figures.load(coverage.organizationId(), new NoArguments(), environment)
                .thenApply(found -> found.stream()
                        .filter(figure -> figure.metric() == Metric.MEMBER_COUNT)
                        .toList());
    }

    @SchemaMapping
    CompletableFuture<@Nullable Entity> about(Figure figure, DataFetchingEnvironment environment) {
        return entities.one(figure.aboutId(), Entity.class, environment);
    }

    @SchemaMapping
    CompletableFuture<@Nullable Place> scope(Figure figure, DataFetchingEnvironment environment) {
        return entities.one(figure.scopeId(), Place.class, environment);
    }
}
