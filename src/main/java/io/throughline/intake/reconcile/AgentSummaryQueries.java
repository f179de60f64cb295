package io.throughline.intake.reconcile;

import static java.util.stream.Collectors.toMap;

import io.throughline.infra.cypher.CypherStatement;
import io.throughline.infra.cypher.GraphReader;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Repository;

@Repository
class AgentSummaryQueries {

    private static final CypherStatement SUMMARIES = CypherStatement.in("reconcile/summaries-of-agents.cypher");

    private final GraphReader graph;

    AgentSummaryQueries(GraphReader graph) {
        this.graph = graph;
    }

    /** The agents with these ids, by id; ids of anything else are absent. */
    Map<String, AgentSummary> byId(Collection<String> ids) {
        return ids.isEmpty()
                ? Map.of()
                : graph
                        .list(
                                SUMMARIES,
                                Map.of(
                                        "ids",
                                        List.copyOf(ids).stream().distinct().toList()),
                                AgentSummary::of)
                        .stream()
                        .collect(toMap(AgentSummary::id, Function.identity()));
    }
}
