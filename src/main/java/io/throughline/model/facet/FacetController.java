package io.throughline.model.facet;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import graphql.schema.DataFetchingEnvironment;
import io.throughline.graphql.connection.Connection;
import io.throughline.graphql.connection.FilterCompiler;
import io.throughline.graphql.connection.FilterRegistry;
import io.throughline.graphql.connection.FilterTarget;
import io.throughline.graphql.connection.InvalidArgumentException;
import io.throughline.graphql.entity.Entity;
import io.throughline.graphql.entity.EntityLoader;
import io.throughline.graphql.entity.FieldLoader;
import io.throughline.infra.cypher.CypherStatement;
import io.throughline.infra.cypher.GraphReader;
import io.throughline.infra.cypher.SlotName;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.stereotype.Controller;

/** Counts the facets of lists of agents, memberships and pledges, all facets of a list in one statement. */
@Controller
class FacetController {

    /** The statement that counts a list, by the statement that reads it. */
    private static final Map<String, CypherStatement> STATEMENTS = Map.of(
            "membership/members-as-recorded.cypher", CypherStatement.in("facet/facets-of-members-as-recorded.cypher"),
            "overlap/members-of-intersections.cypher", CypherStatement.in("overlap/facets-of-intersections.cypher"),
            "agent/all-cities.cypher", CypherStatement.in("facet/facets-of-cities.cypher"),
            "agent/all-regions.cypher", CypherStatement.in("facet/facets-of-regions.cypher"),
            "agent/all-organizations.cypher", CypherStatement.in("facet/facets-of-organizations.cypher"),
            "campaign/all-pledges.cypher", CypherStatement.in("facet/facets-of-pledges.cypher"),
            "membership/all-memberships.cypher", CypherStatement.in("facet/facets-of-all-memberships.cypher"),
            "membership/memberships-of-agents.cypher", CypherStatement.in("facet/facets-of-memberships.cypher"),
            "membership/members-of-organizations.cypher", CypherStatement.in("facet/facets-of-members.cypher"),
            "membership/channels-of-organizations.cypher", CypherStatement.in("facet/facets-of-channels.cypher"));

    private static final int MAX_VALUES = 200;
    private static final int DEFAULT_VALUES = 20;

    private record FacetRequest(Connection.Origin origin, List<FacetBy> by, int first) {}

    private final GraphReader graph;
    private final FilterRegistry filters;
    private final EntityLoader entities;
    private final FieldLoader<FacetRequest, List<Facet>> facets;

    FacetController(GraphReader graph, FilterRegistry filters, EntityLoader entities, BatchLoaderRegistry loaders) {
        this.graph = graph;
        this.filters = filters;
        this.entities = entities;
        this.facets = new FieldLoader<>("Connection.facets", loaders, this::read);
    }

    @SchemaMapping(typeName = "Faceted", field = "facets")
    CompletableFuture<List<Facet>> facets(
            Connection<?> list,
            @Argument List<FacetBy> by,
            @Argument("first") @Nullable Integer maximum,
            DataFetchingEnvironment environment) {
        var first = maximum == null ? DEFAULT_VALUES : maximum;
        if (first < 1 || first > MAX_VALUES) {
            throw new InvalidArgumentException("first", first, "a whole number from 1 to " + MAX_VALUES);
        }
        var owner = list.origin().owner();
        var request = new FacetRequest(
                new Connection.Origin(
                        list.origin().list(),
                        null,
                        list.origin().parameters(),
                        list.origin().request().whole()),
                by.stream().distinct().toList(),
                first);
        return facets.load(owner == null ? "" : owner, request, environment);
    }

    @SchemaMapping(typeName = "FacetBucket", field = "entity")
    CompletableFuture<@Nullable Entity> entity(Facet.Bucket bucket, DataFetchingEnvironment environment) {
        return entities.one(bucket.by().ofEntities() ? bucket.value() : null, Entity.class, environment);
    }

    private Map<String, List<Facet>> read(List<String> ids, FacetRequest request) {
        var origin = request.origin();
        var statement = Objects.requireNonNull(STATEMENTS.get(origin.list()))
                .with(slot ->
                        slot.name() == SlotName.DIMENSIONS ? Optional.of(dimensions(slot, request)) : Optional.empty());
        var parameters = new HashMap<String, Object>(origin.parameters());
        parameters.put("ids", ids);
        parameters.put("first", request.first());
        var listRequest = origin.request();
        var filled = filters.fill(statement, String.valueOf(listRequest.filter()), listRequest.where(), parameters);
        record Found(String id, Facet facet) {}
        var found = graph
                .list(
                        filled,
                        parameters,
                        row -> new Found(row.containsKey("id") ? row.get("id").asString() : "", Facet.of(row)))
                .stream()
                .collect(groupingBy(Found::id, mapping(Found::facet, toList())));
        var all = new HashMap<String, List<Facet>>();
        ids.forEach(id -> all.put(id, inOrder(request.by(), found.getOrDefault(id, List.of()))));
        return all;
    }

    /** In the requested order; a list without entries has facets without values. */
    private static List<Facet> inOrder(List<FacetBy> by, List<Facet> found) {
        return by.stream()
                .map(each -> found.stream()
                        .filter(facet -> facet.by() == each)
                        .findFirst()
                        .orElse(new Facet(each, List.of(), 0, 0)))
                .toList();
    }

    private static String dimensions(CypherStatement.Slot slot, FacetRequest request) {
        var subjects = Arrays.stream(String.valueOf(slot.about()).split(" "))
                .map(FilterTarget::of)
                .toList();
        var entry = subjects.size() > 1 ? subjects.get(1) : null;
        var pledge = entry != null && entry.variable().equals("pledge") ? entry : null;
        var membership = pledge == null ? entry : null;
        return request.by().stream()
                .map(by -> "{by: '%s', values: %s}"
                        .formatted(by, FilterCompiler.text(by.values(subjects.get(0), membership, pledge))))
                .collect(joining(", ", "[", "]"));
    }
}
