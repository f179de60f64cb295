package io.throughline.writing.curation;

import static java.util.stream.Collectors.toMap;

import graphql.schema.DataFetchingEnvironment;
import io.throughline.graphql.connection.Connection;
import io.throughline.graphql.connection.ConnectionReader;
import io.throughline.graphql.connection.ListRequest;
import io.throughline.graphql.entity.Entity;
import io.throughline.graphql.entity.EntityLoader;
import io.throughline.graphql.entity.EntityType;
import io.throughline.graphql.entity.FieldLoader;
import io.throughline.graphql.entity.NoArguments;
import io.throughline.infra.cypher.CypherStatement;
import io.throughline.infra.cypher.GraphReader;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.stereotype.Controller;

/** Serves activities and the history of entities and claims; see {@code graphql/curation.graphqls}. */
@Controller
class HistoryController {

    private static final CypherStatement ACTIVITIES = CypherStatement.in("curation/all-activities.cypher");
    private static final CypherStatement BY_ID = CypherStatement.in("curation/activities-by-id.cypher");
    private static final CypherStatement HISTORY = CypherStatement.in("curation/history-of-entities.cypher");
    private static final CypherStatement REVISIONS = CypherStatement.in("curation/revisions-of-facts.cypher");
    private static final CypherStatement SPLIT_OFF = CypherStatement.in("curation/split-off-agents.cypher");

    private final ConnectionReader connections;
    private final EntityLoader entities;
    private final FieldLoader<NoArguments, Activity> activities;
    private final FieldLoader<ListRequest, Connection<HistoryEntry>> history;
    private final FieldLoader<NoArguments, Integer> revisions;
    private final FieldLoader<NoArguments, List<String>> splitOff;

    HistoryController(
            ConnectionReader connections, GraphReader graph, EntityLoader entities, BatchLoaderRegistry loaders) {
        this.connections = connections;
        this.entities = entities;
        this.activities = new FieldLoader<>(
                "activity",
                loaders,
                (ids, none) ->
                        graph
                                .list(
                                        BY_ID,
                                        Map.of("ids", ids),
                                        row -> Activity.of(row.get("activity").asNode()))
                                .stream()
                                .collect(toMap(Activity::id, activity -> activity)));
        this.history = new FieldLoader<>("Sourced.history", loaders, this::history);
        this.revisions = new FieldLoader<>(
                "Sourced.revision",
                loaders,
                (ids, none) -> graph
                        .list(
                                REVISIONS,
                                Map.of("ids", ids),
                                row -> Map.entry(
                                        row.get("id").asString(),
                                        row.get("revision").asInt()))
                        .stream()
                        .collect(toMap(Map.Entry::getKey, Map.Entry::getValue)));
        this.splitOff = new FieldLoader<>(
                "Agent.splitInto",
                loaders,
                (ids, none) -> graph
                        .list(
                                SPLIT_OFF,
                                Map.of("ids", ids),
                                row -> Map.entry(
                                        row.get("id").asString(),
                                        row.get("agentIds").asList(Value::asString)))
                        .stream()
                        .collect(toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    @QueryMapping
    Connection<Activity> activities(ListRequest request) {
        return connections.one(ACTIVITIES, Map.of(), request, Activity::of);
    }

    @QueryMapping
    CompletableFuture<@Nullable Activity> activity(@Argument String id, DataFetchingEnvironment environment) {
        return activities.load(id, new NoArguments(), environment);
    }

    @SchemaMapping(typeName = "HistoryEntry", field = "activity")
    CompletableFuture<@Nullable Activity> activity(HistoryEntry entry, DataFetchingEnvironment environment) {
        var id = entry.activityId();
        return id == null
                ? CompletableFuture.completedFuture(null)
                : activities.load(id, new NoArguments(), environment);
    }

    @SchemaMapping(typeName = "Sourced", field = "history")
    CompletableFuture<Connection<HistoryEntry>> historyOfSourced(
            Entity entity, ListRequest request, DataFetchingEnvironment environment) {
        return history.load(entity.id(), request, environment);
    }

    @SchemaMapping(typeName = "Claim", field = "history")
    CompletableFuture<Connection<HistoryEntry>> historyOfClaim(
            Entity claim, ListRequest request, DataFetchingEnvironment environment) {
        return history.load(claim.id(), request, environment);
    }

    @SchemaMapping(typeName = "Sourced", field = "revision")
    CompletableFuture<Integer> revisionOfSourced(Entity entity, DataFetchingEnvironment environment) {
        return revisions.load(entity.id(), new NoArguments(), environment);
    }

    @SchemaMapping(typeName = "Claim", field = "revision")
    CompletableFuture<Integer> revisionOfClaim(Entity claim, DataFetchingEnvironment environment) {
        return revisions.load(claim.id(), new NoArguments(), environment);
    }

    @SchemaMapping(typeName = "Agent", field = "splitInto")
    CompletableFuture<List<Entity>> splitInto(Entity agent, DataFetchingEnvironment environment) {
        return splitOff.load(agent.id(), new NoArguments(), environment)
                .thenCompose(ids -> entities.all(ids == null ? List.of() : ids, Entity.class, environment));
    }

    private Map<String, Connection<HistoryEntry>> history(List<String> ids, ListRequest request) {
        return connections.each(HISTORY, ids, Map.of(), request, node -> node).entrySet().stream()
                .collect(toMap(
                        Map.Entry::getKey,
                        found -> new Connection<>(
                                found.getValue().edges().stream()
                                        .map(edge -> new Connection.Edge<>(
                                                HistoryEntry.at(edge.position(), edge.node()), edge.position()))
                                        .toList(),
                                found.getValue().pageInfo(),
                                found.getValue().totalCount(),
                                null,
                                null,
                                found.getValue().origin())));
    }

    @Bean
    static EntityType editType() {
        return new EntityType("Edit", Activity::of);
    }
}
