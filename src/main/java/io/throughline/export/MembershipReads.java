package io.throughline.export;

import io.throughline.connection.Filters;
import io.throughline.cypher.Deadline;
import io.throughline.cypher.GraphStream;
import io.throughline.cypher.Statement;
import io.throughline.membership.MembershipSelection;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.neo4j.driver.types.Node;
import org.springframework.stereotype.Repository;

/** Reads memberships and their ends row by row. */
@Repository
class MembershipReads {

    private static final Statement ENDS = Statement.in("export/ends-of-memberships.cypher");
    private static final Statement EDGES = Statement.in("export/memberships-as-edges.cypher");
    private static final Statement ARCS = Statement.in("export/memberships-as-arcs.cypher");
    private static final Statement WITH_CLAIMS = Statement.in("export/memberships-with-claims.cypher");

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
    private final Filters filters;

    MembershipReads(GraphStream graph, Filters filters) {
        this.graph = graph;
        this.filters = filters;
    }

    /**
     * Looks at a selection before it is read.
     *
     * @throws io.throughline.connection.BadArgument if it makes no sense
     */
    void check(MembershipSelection selection) {
        filled(EDGES, selection, new HashMap<>());
    }

    /**
     * Who is at an end, each once: organizations by name, then regions, then cities.
     *
     * @param denied whether memberships that a source denies count
     */
    void ends(MembershipSelection selection, boolean denied, Deadline deadline, Agents agents) throws IOException {
        for (var label : AGENTS) {
            var parameters = new HashMap<String, Object>(Map.of("denied", denied));
            var statement = ENDS.with(slot -> slot.name().equals("agents") ? Optional.of(label) : Optional.empty());
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
    void edges(MembershipSelection selection, boolean positions, Deadline deadline, GraphWriting.Edges edges)
            throws IOException {
        var parameters = new HashMap<String, Object>(Map.of("dated", selection.asOf() != null));
        graph.each(
                filled(positions ? ARCS : EDGES, selection, parameters),
                parameters,
                deadline,
                row -> edges.take(Edge.of(row, selection.asOf())));
    }

    /**
     * With all their claims, by id.
     *
     * @param denied whether to give those too that a source denies
     */
    void claimed(MembershipSelection selection, boolean denied, Deadline deadline, Claimed memberships)
            throws IOException {
        var parameters = new HashMap<String, Object>(Map.of("denied", denied));
        graph.each(
                filled(WITH_CLAIMS, selection, parameters),
                parameters,
                deadline,
                row -> memberships.take(ClaimedMembership.of(row)));
    }

    private Statement filled(Statement statement, MembershipSelection selection, Map<String, Object> parameters) {
        // what was withdrawn has another label, which the index does not know
        var past = selection.where().get(Filters.KNOWN_AT) != null;
        var hinted = statement.with(slot -> past && slot.name().equals("hint") ? Optional.of("") : Optional.empty());
        return filters.fill(hinted, "MembershipFilter", selection.where(), parameters);
    }
}
