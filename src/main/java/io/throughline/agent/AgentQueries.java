package io.throughline.agent;

import io.throughline.connection.Connection;
import io.throughline.connection.Connections;
import io.throughline.connection.Page;
import io.throughline.cypher.Statement;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class AgentQueries {

    private static final Statement NAMES = Statement.in("agent/names-of-agents.cypher");
    private static final Statement IDENTIFIERS = Statement.in("agent/identifiers-of-agents.cypher");
    private static final Statement ORGANIZATIONS = Statement.in("agent/all-organizations.cypher");
    private static final Statement CITIES = Statement.in("agent/all-cities.cypher");
    private static final Statement REGIONS = Statement.in("agent/all-regions.cypher");
    private static final Statement PLACES = Statement.in("agent/all-places.cypher");

    private final Connections connections;

    AgentQueries(Connections connections) {
        this.connections = connections;
    }

    /** The other names of each agent, by value. */
    Map<String, List<Name>> names(List<String> agentIds) {
        return connections.whole(NAMES, agentIds, Map.of(), Name::of);
    }

    /** The identifiers of each agent, by register. */
    Map<String, List<Identifier>> identifiers(List<String> agentIds) {
        return connections.whole(IDENTIFIERS, agentIds, Map.of(), Identifier::of);
    }

    /** Organizations of some kinds, or of all. */
    Connection<Organization> organizations(@Nullable List<OrganizationKind> kinds, Page page) {
        return connections.one(
                ORGANIZATIONS,
                Collections.singletonMap(
                        "kinds",
                        kinds == null ? null : kinds.stream().map(Enum::name).toList()),
                page,
                Organization::of);
    }

    /** Cities, in one country or subdivision or anywhere. */
    Connection<LocalGovernment> cities(@Nullable String placeId, Page page) {
        return connections.one(CITIES, Collections.singletonMap("placeId", placeId), page, LocalGovernment::of);
    }

    /** Regions, in one country or anywhere. */
    Connection<LocalGovernment> regions(@Nullable String placeId, Page page) {
        return connections.one(REGIONS, Collections.singletonMap("placeId", placeId), page, LocalGovernment::of);
    }

    /** Places of some kinds, or of all. */
    Connection<Place> places(@Nullable List<PlaceKind> kinds, Page page) {
        return connections.one(
                PLACES,
                Collections.singletonMap(
                        "kinds",
                        kinds == null ? null : kinds.stream().map(Enum::name).toList()),
                page,
                Place::of);
    }
}
