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

/** Reads memberships and their ends row by row. */
@Repository
class MembershipStreamReader {

    private static final CypherStatement ENDS = CypherStatement.in("export/ends-of-memberships.cypher");
    private static final CypherStatement EDGES = CypherStatement.in("export/memberships-as-edges.cypher");
    private static final CypherStatement ARCS = CypherStatement.in("export/memberships-as-arcs.cypher");
    private static final CypherStatement WITH_CLAIMS = CypherStatement.in("export/memberships-with-claims.cypher");

    /** Who can be at an end, each with an index on the name. */
    private static final List<String> AGENTS = List.of("(agent:Organization)", "(agent:Region)", "(agent:City)");

    /** Takes agents one after another. */
    @FunctionalInterface
    interface Agents {
        void take(Node agent) throws IOException;
    }

    /** Takes memberships one after another. */
    @FunctionalInterface
    interface Claimed {
        void take(ClaimedMembership membership) throws IOException;
    }

    private final GraphStream graph;
    private final FilterRegistry filters;

    MembershipStreamReader(GraphStream graph, FilterRegistry filters) {
        this.graph = graph;
        this.filters = filters;
    }

    /**
     * Looks at a selection before it is read.
     *
     * @throws io.throughline.graphql.connection.InvalidArgumentException if it makes no sense
     */
    void check(MembershipSelection selection) {
        filled(EDGES, selection, new HashMap<>());
    }

    /**
     * Who is at an end, each once: organizations by name, then regions, then cities.
     *
     * @param denied whether memberships that a source denies count
     */
    void ends(MembershipSelection selection, boolean denied, RequestDeadline deadline, Agents agents)
            throws IOException {
        for (var label : AGENTS) {
            var parameters = new HashMap<String, Object>(Map.of("denied", denied));
            var statement = ENDS.with(slot -> slot.name() == SlotName.AGENTS ? Optional.of(label) : Optional.empty());
            graph.each(
                    filled(statement, selection, parameters),
                    parameters,
                    deadline,
                    row -> agents.take(row.get("agent").asNode()));
        }
    }

    /**
     * Those that no source denies, by id.
     *
     * @param positions whether to say where their ends are
     */
    void edges(
            MembershipSelection selection, boolean positions, RequestDeadline deadline, GraphFormatWriter.Edges edges)
            throws IOException {
        var parameters = new HashMap<String, Object>(Map.of("dated", selection.asOf() != null));
        graph.each(
                filled(positions ? ARCS : EDGES, selection, parameters),
                parameters,
                deadline,
                row -> edges.take(ExportEdge.of(row, selection.asOf())));
    }

    /**
     * With all their claims, by id.
     *
     * @param denied whether to give those too that a source denies
     */
    void claimed(MembershipSelection selection, boolean denied, RequestDeadline deadline, Claimed memberships)
            throws IOException {
        var parameters = new HashMap<String, Object>(Map.of("denied", denied));
        graph.each(
                filled(WITH_CLAIMS, selection, parameters),
                parameters,
                deadline,
                row -> memberships.take(ClaimedMembership.of(row)));
    }

    private CypherStatement filled(
            CypherStatement statement, MembershipSelection selection, Map<String, Object> parameters) {
        // what was withdrawn has another label, which the index does not know
        var past = selection.where().get(FilterRegistry.KNOWN_AT) != null;
        var hinted = statement.with(slot -> past && slot.name() == SlotName.HINT ? Optional.of("") : Optional.empty());
        return filters.fill(hinted, "MembershipFilter", selection.where(), parameters);
    }
}
