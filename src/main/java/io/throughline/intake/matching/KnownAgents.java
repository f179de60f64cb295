package io.throughline.intake.matching;

import static java.util.stream.Collectors.toMap;

import io.throughline.infra.cypher.CypherStatement;
import io.throughline.infra.cypher.GraphReader;
import io.throughline.model.search.KnownAgent;
import io.throughline.model.search.KnownAgent.AgentIdentifier;
import io.throughline.model.search.NameQueries;
import io.throughline.model.search.NamedAgent;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Repository;

/** Finds agents in the graph by name, id or identifier. */
@Repository
class KnownAgents {

    private static final CypherStatement IDS_IN_USE = CypherStatement.in("matching/ids-in-use.cypher");

    private final GraphReader graph;
    private final NameQueries names;

    KnownAgents(GraphReader graph, NameQueries names) {
        this.graph = graph;
        this.names = names;
    }

    /** The agents with these names, by the key of the name. */
    Map<String, List<NamedAgent>> byName(Collection<String> keys) {
        return keys.isEmpty() ? Map.of() : names.byName(keys);
    }

    /** The agents with one of these ids or identifiers, by id. */
    Map<String, KnownAgent> find(Collection<String> ids, Collection<AgentIdentifier> identifiers) {
        if (ids.isEmpty() && identifiers.isEmpty()) {
            return Map.of();
        }
        return names.known(ids, identifiers, List.of()).stream()
                .collect(toMap(KnownAgent::id, Function.identity(), (one, same) -> one, LinkedHashMap::new));
    }

    /** Those of these ids that are in use, each with the identifiers of the node that has it. */
    Map<String, Set<AgentIdentifier>> inUse(Collection<String> ids) {
        return ids.isEmpty()
                ? Map.of()
                : graph
                        .list(
                                IDS_IN_USE,
                                Map.of("ids", List.copyOf(ids)),
                                row -> Map.entry(row.get("id").asString(), AgentIdentifier.all(row.get("identifiers"))))
                        .stream()
                        .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
