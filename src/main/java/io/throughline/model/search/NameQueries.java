package io.throughline.model.search;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.throughline.infra.cypher.CypherStatement;
import io.throughline.infra.cypher.GraphReader;
import io.throughline.model.search.KnownAgent.AgentIdentifier;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Repository;

/** Finds agents by their names. */
@Repository
public class NameQueries {

    private static final CypherStatement BY_NAME = CypherStatement.in("search/agents-by-name.cypher");
    private static final CypherStatement NAMED_LIKE = CypherStatement.in("search/agents-named-like.cypher");
    private static final CypherStatement KNOWN = CypherStatement.in("search/known-agents.cypher");
    private static final CypherStatement PLACES = CypherStatement.in("search/codes-of-places.cypher");

    /** The maximum number of similar names read for a name that no agent has. */
    private static final int MAX_SIMILAR = 50;

    private final GraphReader graph;

    NameQueries(GraphReader graph) {
        this.graph = graph;
    }

    /** The agents with these names, by key. */
    public Map<String, List<NamedAgent>> byName(Collection<String> keys) {
        return byKey(BY_NAME, Map.of("keys", List.copyOf(keys)));
    }

    /** The agents with names similar to these, by the plain key of each. */
    Map<String, List<NamedAgent>> namedLike(Map<String, NameText> texts) {
        var queries = texts.entrySet().stream()
                .map(text ->
                        Map.of("key", text.getKey(), "query", text.getValue().query(Fuzziness.FUZZY)))
                .toList();
        return byKey(NAMED_LIKE, Map.of("texts", queries, "limit", MAX_SIMILAR));
    }

    /**
     * The agents with one of these ids or identifiers, or with one of these keys as their main name, each once.
     *
     * @param ids ids of agents; others are ignored
     */
    public List<KnownAgent> known(
            Collection<String> ids, Collection<AgentIdentifier> identifiers, Collection<String> nameKeys) {
        return graph.list(
                KNOWN,
                Map.of(
                        "ids",
                        distinct(ids),
                        "identifiers",
                        AgentIdentifier.rows(identifiers),
                        "nameKeys",
                        distinct(nameKeys)),
                KnownAgent::of);
    }

    private static List<String> distinct(Collection<String> values) {
        return values.stream().distinct().toList();
    }

    PlaceLookup places() {
        return new PlaceLookup(graph.list(PLACES, Map.of(), PlaceLookup.Place::of));
    }

    private Map<String, List<NamedAgent>> byKey(CypherStatement statement, Map<String, Object> parameters) {
        return graph
                .list(statement, parameters, row -> Map.entry(row.get("key").asString(), NamedAgent.of(row)))
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }
}
