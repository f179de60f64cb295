package io.throughline.timeline;

import static java.util.stream.Collectors.toMap;

import graphql.schema.DataFetchingEnvironment;
import io.throughline.connection.BadArgument;
import io.throughline.connection.Connection;
import io.throughline.connection.Connections;
import io.throughline.connection.Listing;
import io.throughline.cypher.GraphReader;
import io.throughline.cypher.Statement;
import io.throughline.date.PartialDate;
import io.throughline.entity.Entity;
import io.throughline.entity.EntityLoader;
import io.throughline.entity.FieldLoader;
import io.throughline.entity.NoArguments;
import io.throughline.source.Claim;
import io.throughline.source.Source;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.stereotype.Controller;

/** What is dated in {@code graphql/timeline.graphqls}. */
@Controller
class TimelineController {

    private static final Statement ENTRIES = Statement.in("timeline/dated-entries.cypher");
    private static final Statement DETAILS = Statement.in("timeline/details-of-entries.cypher");

    private final GraphReader graph;
    private final Connections connections;
    private final EntityLoader entities;
    private final FieldLoader<NoArguments, Details> details;

    TimelineController(GraphReader graph, Connections connections, EntityLoader entities, BatchLoaderRegistry loaders) {
        this.graph = graph;
        this.connections = connections;
        this.entities = entities;
        this.details = new FieldLoader<>("TimelineEntry", loaders, (ids, none) -> details(ids));
    }

    @QueryMapping
    Connection<TimelineEntry> timeline(
            @Argument @Nullable PartialDate from,
            @Argument @Nullable PartialDate to,
            @Argument @Nullable List<String> about,
            @Argument @Nullable List<String> sources,
            @Argument @Nullable List<TimelineKind> kinds,
            Listing listing) {
        if (from != null
                && from.earliest() != null
                && to != null
                && to.latest() != null
                && to.latest().isBefore(from.earliest())) {
            throw new BadArgument("to", to.text(), "a date that is not before from, " + from.text());
        }
        var parameters = new HashMap<String, @Nullable Object>();
        parameters.put("from", from == null ? null : from.earliest());
        parameters.put("to", to == null ? null : to.latest());
        parameters.put("aboutIds", about);
        parameters.put("sourceIds", sources);
        parameters.put(
                "kinds", kinds == null ? null : kinds.stream().map(Enum::name).toList());
        var found = connections.one(ENTRIES, parameters, listing, dated -> dated);
        return new Connection<>(
                found.edges().stream()
                        .map(edge ->
                                new Connection.Edge<>(TimelineEntry.at(edge.position(), edge.node()), edge.position()))
                        .toList(),
                found.pageInfo(),
                found.totalCount(),
                null,
                found.origin());
    }

    @SchemaMapping
    CompletableFuture<String> label(TimelineEntry entry, DataFetchingEnvironment environment) {
        return of(entry, environment).thenApply(found -> found.label(entry));
    }

    @SchemaMapping
    CompletableFuture<@Nullable Entity> about(TimelineEntry entry, DataFetchingEnvironment environment) {
        return entities.one(entry.aboutId(), Entity.class, environment);
    }

    @SchemaMapping
    CompletableFuture<List<Claim>> claims(TimelineEntry entry, DataFetchingEnvironment environment) {
        return of(entry, environment).thenApply(found -> found.claims(entry));
    }

    @SchemaMapping
    CompletableFuture<@Nullable Source> source(TimelineEntry entry, DataFetchingEnvironment environment) {
        return of(entry, environment)
                .thenCompose(found -> entities.one(found.sourceId(entry), Source.class, environment));
    }

    private CompletableFuture<Details> of(TimelineEntry entry, DataFetchingEnvironment environment) {
        return details.load(entry.aboutId(), new NoArguments(), environment);
    }

    private Map<String, Details> details(List<String> ids) {
        return graph.list(DETAILS, Map.of("ids", ids), TimelineController::row).stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Map.Entry<String, Details> row(Record row) {
        return Map.entry(
                row.get("id").asString(),
                new Details(
                        text(row.get("name")),
                        text(row.get("subject")),
                        text(row.get("object")),
                        row.get("claims")
                                .asList(said -> new Details.Said(
                                        Claim.of(said.get("claim").asNode()),
                                        said.get("properties").asList(Value::asString)))));
    }

    private static String text(Value value) {
        return value.isNull() ? "" : value.asString();
    }
}
