package io.throughline.model.timeline;

import static java.util.stream.Collectors.toMap;

import graphql.schema.DataFetchingEnvironment;
import io.throughline.graphql.connection.Connection;
import io.throughline.graphql.connection.ConnectionReader;
import io.throughline.graphql.connection.InvalidArgumentException;
import io.throughline.graphql.connection.ListRequest;
import io.throughline.graphql.entity.Entity;
import io.throughline.graphql.entity.EntityLoader;
import io.throughline.graphql.entity.FieldLoader;
import io.throughline.graphql.entity.NoArguments;
import io.throughline.infra.cypher.CypherStatement;
import io.throughline.infra.cypher.GraphReader;
import io.throughline.infra.cypher.SlotName;
import io.throughline.model.source.Claim;
import io.throughline.model.source.Source;
import io.throughline.reference.date.PartialDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.stereotype.Controller;

/** Resolves the timeline of {@code graphql/timeline.graphqls}. */
@Controller
class TimelineController {

    private static final CypherStatement ENTRIES = seeking("MATCH (dated:Membership)");
    private static final CypherStatement ENTRIES_OF_SOURCES = seeking(
            "MATCH (source:Source)<-[:STATED_IN]-(:Claim)-[:SUPPORTS]->(dated:Membership) WHERE source.id IN $sourceIds"
                    + " WITH DISTINCT dated");
    private static final CypherStatement ENTRIES_ABOUT = seeking(
            "MATCH (about:Entity)<-[:MEMBER|ORGANIZATION|VIA*0..1]-(dated:Membership) WHERE about.id IN $aboutIds"
                    + " WITH DISTINCT dated");
    private static final CypherStatement DETAILS = CypherStatement.in("timeline/details-of-entries.cypher");

    private final GraphReader graph;
    private final ConnectionReader connections;
    private final EntityLoader entities;
    private final FieldLoader<NoArguments, TimelineDetails> details;

    TimelineController(
            GraphReader graph, ConnectionReader connections, EntityLoader entities, BatchLoaderRegistry loaders) {
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
            ListRequest request) {
        if (from != null
                && from.earliest() != null
                && to != null
                && to.latest() != null
                && to.latest().isBefore(from.earliest())) {
            throw new InvalidArgumentException("to", to.text(), "a date that is not before from, " + from.text());
        }
        var parameters = new HashMap<String, @Nullable Object>();
        parameters.put("from", from == null ? null : from.earliest());
        parameters.put("to", to == null ? null : to.latest());
        parameters.put("aboutIds", about);
        parameters.put("sourceIds", sources);
        parameters.put(
                "kinds", kinds == null ? null : kinds.stream().map(Enum::name).toList());
        var statement = sources != null ? ENTRIES_OF_SOURCES : about != null ? ENTRIES_ABOUT : ENTRIES;
        var found = connections.one(statement, parameters, request, dated -> dated);
        return new Connection<>(
                found.edges().stream()
                        .map(edge ->
                                new Connection.Edge<>(TimelineEntry.at(edge.position(), edge.node()), edge.position()))
                        .toList(),
                found.pageInfo(),
                found.totalCount(),
                null,
                null,
                found.origin());
    }

    @SchemaMapping
    CompletableFuture<String> label(TimelineEntry entry, DataFetchingEnvironment environment) {
        return detailsOf(entry, environment).thenApply(found -> found.label(entry));
    }

    @SchemaMapping
    CompletableFuture<@Nullable Entity> about(TimelineEntry entry, DataFetchingEnvironment environment) {
        return entities.one(entry.aboutId(), Entity.class, environment);
    }

    @SchemaMapping
    CompletableFuture<List<Claim>> claims(TimelineEntry entry, DataFetchingEnvironment environment) {
        return detailsOf(entry, environment).thenApply(found -> found.claims(entry));
    }

    @SchemaMapping
    CompletableFuture<@Nullable Source> source(TimelineEntry entry, DataFetchingEnvironment environment) {
        return detailsOf(entry, environment)
                .thenCompose(found -> entities.one(found.sourceId(entry), Source.class, environment));
    }

    /** The statement for all entries, with other clauses to find memberships, of which there are many more than of anything else. */
    private static CypherStatement seeking(String clauses) {
        return CypherStatement.in("timeline/dated-entries.cypher")
                .with(slot -> slot.name() == SlotName.FROM ? Optional.of(clauses) : Optional.empty());
    }

    private CompletableFuture<TimelineDetails> detailsOf(TimelineEntry entry, DataFetchingEnvironment environment) {
        return details.load(entry.aboutId(), new NoArguments(), environment);
    }

    private Map<String, TimelineDetails> details(List<String> ids) {
        return graph.list(DETAILS, Map.of("ids", ids), TimelineController::row).stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Map.Entry<String, TimelineDetails> row(Record row) {
        return Map.entry(
                row.get("id").asString(),
                new TimelineDetails(
                        text(row.get("name")),
                        text(row.get("subject")),
                        text(row.get("object")),
                        row.get("claims")
                                .asList(support -> new TimelineDetails.Support(
                                        Claim.of(support.get("claim").asNode()),
                                        support.get("properties").asList(Value::asString)))));
    }

    private static String text(Value value) {
        return value.isNull() ? "" : value.asString();
    }
}
