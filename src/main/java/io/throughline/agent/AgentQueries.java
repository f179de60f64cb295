package io.throughline.agent;

import io.throughline.connection.Connection;
import io.throughline.connection.Connections;
import io.throughline.connection.Listing;
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

    /**
     * Organizations, by name.
     *
     * @param kinds only these; null for any
     */
    Connection<Organization> organizations(@Nullable List<OrganizationKind> kinds, Listing listing) {
        return connections.one(
                ORGANIZATIONS,
                Collections.singletonMap(
                        "kinds",
                        kinds == null ? null : kinds.stream().map(Enum::name).toList()),
                listing,
                Organization::of);
    }

    Connection<LocalGovernment> cities(Listing listing) {
        return connections.one(CITIES, Map.of(), listing, LocalGovernment.CITY);
    }

    Connection<LocalGovernment> regions(Listing listing) {
        return connections.one(REGIONS, Map.of(), listing, LocalGovernment.REGION);
    }

    Connection<Place> places(Listing listing) {
        return connections.one(PLACES, Map.of(), listing, Place::of);
    }
}
