package io.throughline.export;

import io.throughline.graphql.connection.FilterRegistry;
import io.throughline.infra.cypher.CypherStatement;
import io.throughline.infra.cypher.GraphStream;
import io.throughline.infra.cypher.RequestDeadline;
import io.throughline.infra.cypher.SlotName;
import io.throughline.model.membership.MembershipSelection;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.neo4j.driver.types.Node;
import org.springframework.stereotype.Repository;

/** Reads memberships and the agents at their ends row by row. */
@Repository
class MembershipStreamReader {

    private static final CypherStatement ENDS = CypherStatement.in("export/ends-of-memberships.cypher");
    private static final CypherStatement EDGES = CypherStatement.in("export/memberships-as-edges.cypher");
    private static final CypherStatement ARCS = CypherStatement.in("export/memberships-as-arcs.cypher");
    private static final CypherStatement WITH_CLAIMS = CypherStatement.in("export/memberships-with-claims.cypher");

    /** The labels of agents at an end, each with an index on the name. */
    private static final List<String> AGENTS = List.of("(agent:Organization)", "(agent:Region)", "(agent:City)");

    /** Receives agents one by one. */
    @FunctionalInterface
    interface AgentConsumer {
        void accept(Node agent) throws IOException;
    }

    /** Receives memberships one by one. */
    @FunctionalInterface
    interface MembershipConsumer {
        void accept(ClaimedMembership membership) throws IOException;
    }

    private final GraphStream graph;
    private final ExportMetadataQueries metadata;
    private final FilterRegistry filters;

    MembershipStreamReader(GraphStream graph, ExportMetadataQueries metadata, FilterRegistry filters) {
        this.graph = graph;
        this.metadata = metadata;
        this.filters = filters;
    }

    /**
     * Validates a selection before it is read.
     *
     * @throws io.throughline.graphql.connection.InvalidArgumentException if its filter is invalid
     */
    void check(MembershipSelection selection) {
        filled(EDGES, selection, new HashMap<>());
    }

    /**
     * Streams the agents at an end, each once: organizations by name, then regions, then cities.
     *
     * @param denied whether to include memberships that a source denies
     */
    void ends(MembershipSelection selection, boolean denied, RequestDeadline deadline, AgentConsumer agents)
            throws IOException {
        for (var label : AGENTS) {
            var parameters = new HashMap<String, Object>(Map.of("denied", denied));
            var statement = ENDS.with(slot -> slot.name() == SlotName.AGENTS ? Optional.of(label) : Optional.empty());
            graph.each(
                    filled(statement, selection, parameters),
                    parameters,
                    deadline,
                    row -> agents.accept(row.get("agent").asNode()));
        }
    }

    /**
     * Streams the memberships that no source denies, by id.
     *
     * @param positions whether to include the positions of their ends
     */
    void edges(
            MembershipSelection selection,
            boolean positions,
            RequestDeadline deadline,
            GraphFormatWriter.EdgeConsumer edges)
            throws IOException {
        var parameters = new HashMap<String, Object>();
        var titles = metadata.titlesOfSources();
        graph.each(
                filled(positions ? ARCS : EDGES, selection, parameters),
                parameters,
                deadline,
                row -> edges.accept(ExportEdge.of(row, titles, selection.asOf())));
    }

    /**
     * Streams the memberships with all their claims, by id.
     *
     * @param denied whether to include those that a source denies
     */
    void claimed(
            MembershipSelection selection, boolean denied, RequestDeadline deadline, MembershipConsumer memberships)
            throws IOException {
        var parameters = new HashMap<String, Object>(Map.of("denied", denied));
        graph.each(
                filled(WITH_CLAIMS, selection, parameters),
                parameters,
                deadline,
                row -> memberships.accept(ClaimedMembership.of(row)));
    }

    private CypherStatement filled(
            CypherStatement statement, MembershipSelection selection, Map<String, Object> parameters) {
        // withdrawn memberships have another label, which the index does not cover
        var past = selection.where().get(FilterRegistry.KNOWN_AT) != null;
        var hinted = statement.with(slot -> past && slot.name() == SlotName.HINT ? Optional.of("") : Optional.empty());
        return filters.fill(hinted, "MembershipFilter", selection.where(), parameters);
    }
}
