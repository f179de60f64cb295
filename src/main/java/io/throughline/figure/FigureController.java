package io.throughline.figure;

import graphql.schema.DataFetchingEnvironment;
import io.throughline.agent.Organization;
import io.throughline.agent.Place;
import io.throughline.connection.Connection;
import io.throughline.connection.Connections;
import io.throughline.connection.Listing;
import io.throughline.cypher.Statement;
import io.throughline.entity.Entity;
import io.throughline.entity.EntityLoader;
import io.throughline.entity.FieldLoader;
import io.throughline.entity.NoArguments;
import io.throughline.membership.Coverage;
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

/** Figures in {@code graphql/figure.graphqls}. */
@Controller
class FigureController {

    private static final Statement FIGURES = Statement.in("figure/all-figures.cypher");
    private static final Statement FIGURES_OF = Statement.in("figure/figures-of-entities.cypher");

    private final Connections connections;
    private final EntityLoader entities;
    private final FieldLoader<NoArguments, List<Figure>> figures;

    FigureController(Connections connections, EntityLoader entities, BatchLoaderRegistry loaders) {
        this.connections = connections;
        this.entities = entities;
        this.figures = new FieldLoader<>(
                "Organization.figures",
                loaders,
                (ids, none) -> connections.whole(FIGURES_OF, ids, Map.of(), Figure::of));
    }

    @QueryMapping
    Connection<Figure> figures(
            @Argument @Nullable List<Metric> metric, @Argument @Nullable String about, Listing listing) {
        var parameters = new HashMap<String, Object>();
        parameters.put(
                "metrics",
                metric == null ? null : metric.stream().map(Enum::name).toList());
        parameters.put("aboutId", about);
        return connections.one(FIGURES, parameters, listing, Figure::of);
    }

    @SchemaMapping(typeName = "Organization", field = "figures")
    CompletableFuture<List<Figure>> figuresOf(
            Organization organization, @Argument @Nullable List<Metric> metric, DataFetchingEnvironment environment) {
        return figures.load(organization.id(), new NoArguments(), environment)
                .thenApply(found -> found.stream()
                        .filter(figure -> metric == null || metric.contains(figure.metric()))
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
