package io.throughline.model.agent;

import io.throughline.graphql.connection.Connection;
import io.throughline.graphql.connection.ConnectionReader;
import io.throughline.graphql.connection.ListRequest;
import io.throughline.infra.cypher.CypherStatement;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class AgentQueries {

    private static final CypherStatement NAMES = CypherStatement.in("agent/names-of-agents.cypher");
    private static final CypherStatement IDENTIFIERS = CypherStatement.in("agent/identifiers-of-agents.cypher");
    private static final CypherStatement ORGANIZATIONS = CypherStatement.in("agent/all-organizations.cypher");
    private static final CypherStatement CITIES = CypherStatement.in("agent/all-cities.cypher");
    private static final CypherStatement REGIONS = CypherStatement.in("agent/all-regions.cypher");
    private static final CypherStatement PLACES = CypherStatement.in("agent/all-places.cypher");

    private final ConnectionReader connections;

    AgentQueries(ConnectionReader connections) {
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

    /**
     * Organizations, by name.
     *
     * @param kinds only these; null for any
     */
    Connection<Organization> organizations(@Nullable List<OrganizationKind> kinds, ListRequest request) {
        return connections.one(
                ORGANIZATIONS,
                Collections.singletonMap(
                        "kinds",
                        kinds == null ? null : kinds.stream().map(Enum::name).toList()),
                request,
                Organization::of);
    }

    Connection<LocalGovernment> cities(ListRequest request) {
        return connections.one(CITIES, Map.of(), request, LocalGovernment.CITY);
    }

    Connection<LocalGovernment> regions(ListRequest request) {
        return connections.one(REGIONS, Map.of(), request, LocalGovernment.REGION);
    }

    Connection<Place> places(ListRequest request) {
        return connections.one(PLACES, Map.of(), request, Place::of);
    }
}
