package io.throughline.model.route;

import static java.util.stream.Collectors.groupingBy;

import graphql.schema.DataFetchingEnvironment;
import io.throughline.graphql.entity.Entity;
import io.throughline.graphql.entity.EntityLoader;
import io.throughline.graphql.entity.FieldLoader;
import io.throughline.infra.cypher.CypherStatement;
import io.throughline.infra.cypher.GraphReader;
import io.throughline.model.agent.Organization;
import io.throughline.model.membership.Membership;
import io.throughline.model.membership.MembershipTime;
import io.throughline.model.route.Route.RouteGap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.stereotype.Controller;

/** Routes into an organization in {@code graphql/route.graphqls}. */
@Controller
class RouteController {

    private static final CypherStatement ROUTES = CypherStatement.in("route/routes-of-agents.cypher");

    private final GraphReader graph;
    private final EntityLoader entities;

    private record RouteRequest(String organizationId, MembershipTime time) {}

    private final FieldLoader<RouteRequest, List<Route>> routes;

    RouteController(GraphReader graph, EntityLoader entities, BatchLoaderRegistry loaders) {
        this.graph = graph;
        this.entities = entities;
        this.routes = new FieldLoader<>("Agent.routesTo", loaders, this::routes);
    }

    @SchemaMapping(typeName = "Agent", field = "routesTo")
    CompletableFuture<List<Route>> routesTo(
            Entity agent,
            @Argument String organization,
            @Argument @Nullable List<RouteKind> kinds,
            MembershipTime time,
            DataFetchingEnvironment environment) {
        var shown = kinds == null ? List.of(RouteKind.STATED, RouteKind.IMPLIED) : kinds;
        return routes.load(agent.id(), new RouteRequest(organization, time), environment)
                .thenApply(found -> found.stream()
                        .filter(route -> shown.contains(route.kind()))
                        .toList());
    }

    @SchemaMapping
    CompletableFuture<List<Organization>> via(Route route, DataFetchingEnvironment environment) {
        return entities.all(route.viaIds(), Organization.class, environment);
    }

    @SchemaMapping
    CompletableFuture<@Nullable Entity> member(RouteGap gap, DataFetchingEnvironment environment) {
        return entities.one(gap.memberId(), Entity.class, environment);
    }

    @SchemaMapping
    CompletableFuture<@Nullable Organization> organization(RouteGap gap, DataFetchingEnvironment environment) {
        return entities.one(gap.organizationId(), Organization.class, environment);
    }

    @SchemaMapping
    CompletableFuture<@Nullable Organization> via(RouteGap gap, DataFetchingEnvironment environment) {
        return entities.one(gap.viaId(), Organization.class, environment);
    }

    private Map<String, List<Route>> routes(List<String> agentIds, RouteRequest request) {
        record Found(String agentId, Route route) {}
        var found = graph
                .list(
                        ROUTES,
                        Map.of(
                                "ids",
                                agentIds,
                                "organizationId",
                                request.organizationId(),
                                "ended",
                                request.time().asOf() != null),
                        row -> new Found(
                                row.get("id").asString(),
                                Route.of(
                                        row.get("steps").asList(step -> Membership.of(step.asNode())),
                                        row.get("computed").asBoolean())))
                .stream()
                .filter(each -> request.time().allows(each.route().steps()))
                .collect(groupingBy(Found::agentId));
        var byAgent = new HashMap<String, List<Route>>();
        for (var agentId : agentIds) {
            // Several memberships, such as co-organiser and partner, can link the same two bodies: that is one
            // route, with the first role.
            var byKey = new LinkedHashMap<String, Route>();
            found.getOrDefault(agentId, List.of())
                    .forEach(each ->
                            byKey.putIfAbsent(each.route().kind() + each.route().key(), each.route()));
            byAgent.put(agentId, List.copyOf(byKey.values()));
        }
        return byAgent;
    }
}
