package io.throughline.intake.matching;

import static java.util.stream.Collectors.toMap;

import io.throughline.infra.cypher.CypherStatement;
import io.throughline.infra.cypher.GraphReader;
import io.throughline.intake.matching.KnownAgent.Register;
import io.throughline.model.search.NameQueries;
import io.throughline.model.search.NamedAgent;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Repository;

/** The agents of the graph. */
@Repository
class KnownAgents {

    private static final CypherStatement AGENTS = CypherStatement.in("matching/agents.cypher");
    private static final CypherStatement IDS_IN_USE = CypherStatement.in("matching/ids-in-use.cypher");

    private final GraphReader graph;
    private final NameQueries names;

    KnownAgents(GraphReader graph, NameQueries names) {
        this.graph = graph;
        this.names = names;
    }

    /** The agents that bear these names, by key. */
    Map<String, List<NamedAgent>> byName(Collection<String> keys) {
        return keys.isEmpty() ? Map.of() : names.byName(keys);
    }

    /** Agents by id: those with one of these ids and those with one of these numbers. */
    Map<String, KnownAgent> find(Collection<String> ids, Collection<Register> numbers) {
        if (ids.isEmpty() && numbers.isEmpty()) {
            return Map.of();
        }
        var identifiers = numbers.stream()
                .distinct()
                .map(number -> Map.of("scheme", number.scheme(), "value", number.value()))
                .toList();
        return graph
                .list(
                        AGENTS,
                        Map.of("ids", ids.stream().distinct().toList(), "identifiers", identifiers),
                        KnownAgent::of)
                .stream()
                .collect(toMap(KnownAgent::id, Function.identity(), (one, same) -> one, LinkedHashMap::new));
    }

    /** Which of several ids are in use, and by what: the numbers it bears in registers. */
    Map<String, Set<Register>> inUse(Collection<String> ids) {
        return ids.isEmpty()
                ? Map.of()
                : graph
                        .list(
                                IDS_IN_USE,
                                Map.of("ids", List.copyOf(ids)),
                                row -> Map.entry(row.get("id").asString(), Register.all(row.get("identifiers"))))
                        .stream()
                        .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
