package io.throughline.model.search;

import io.throughline.graphql.connection.ListRequest;
import io.throughline.infra.cypher.CypherStatement;
import io.throughline.infra.cypher.GraphReader;
import io.throughline.model.search.GazetteerNames.PlacesNamed;
import io.throughline.model.search.KnownAgent.AgentIdentifier;
import io.throughline.reference.name.NameKey;
import io.throughline.reference.name.WrittenName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.springframework.stereotype.Repository;

@Repository
class SearchQueries {

    /** The maximum number of names that are ranked. */
    static final int MAX_RANKED = 1_000;

    /** The maximum number of names read before those of other kinds are left out. */
    private static final int MAX_READ = 5_000;

    private static final CypherStatement NAMED_LIKE = CypherStatement.in("search/named-like.cypher");

    private final GraphReader graph;
    private final GazetteerNames gazetteer;

    SearchQueries(GraphReader graph, GazetteerNames gazetteer) {
        this.graph = graph;
        this.gazetteer = gazetteer;
    }

    /**
     * What matches a text, by the names in the graph and by those in the gazetteer; with AUTO, names with typing errors
     * only when there are no others. The name of a place is never taken for a typing error: Madras is not Madrid.
     */
    SearchConnection search(String text, List<SearchKind> kinds, Fuzziness fuzziness, ListRequest request) {
        var page = request.page();
        var searched = NameText.of(text);
        if (searched.isEmpty() || kinds.isEmpty()) {
            return SearchConnection.page(List.of(), page, null);
        }
        var keys = WrittenName.usualForms(NameKey.of(text));
        var places = gazetteer.named(keys);
        var isName = !places.isEmpty();
        var first =
                fuzziness == Fuzziness.AUTO || isName && fuzziness == Fuzziness.FUZZY ? Fuzziness.PREFIX : fuzziness;
        var found = found(searched, kinds, first, places);
        var known = gazetteer.join(
                places,
                found.stream().flatMap(row -> Stream.ofNullable(row.agent())).toList());
        var hits = new ArrayList<>(hits(found, searched, request));
        known.agents(keys)
                .filter(hit -> isOf(kinds, hit.agent()))
                .map(hit -> hit.named().scored(searched))
                .map(agent -> SearchConnection.Hit.of(
                        agent.id(), agent.score(), agent.matchedName(), agent.nameOrigin(), request))
                .forEach(hits::add);
        if (hits.isEmpty() && fuzziness == Fuzziness.AUTO && !isName) {
            hits.addAll(hits(found(searched, kinds, Fuzziness.FUZZY, PlacesNamed.NOTHING), searched, request));
        }
        return SearchConnection.page(hits, page, note(known, keys));
    }

    private static @Nullable String note(GazetteerNames.NamesFound known, Set<String> keys) {
        var missing = known.missing(keys, null);
        return missing == null ? null : "This is a name of places that are not in the graph: %s.".formatted(missing);
    }

    private static boolean isOf(List<SearchKind> kinds, KnownAgent agent) {
        return agent.city() && kinds.contains(SearchKind.CITY) || agent.region() && kinds.contains(SearchKind.REGION);
    }

    /**
     * What the statement finds: an entity by a name in the graph, or an agent that may be a place in the gazetteer.
     *
     * @param keys of the name
     * @param own whether it is the entity's own name
     * @param agent what distinguishes it from its namesakes; null for an entity found by a name in the graph
     */
    private record FoundEntity(
            String id,
            String name,
            List<String> keys,
            boolean own,
            @Nullable KnownAgent agent) {

        static FoundEntity of(Record row) {
            return new FoundEntity(
                    row.get("id").asString(),
                    row.get("name").asString(),
                    row.get("keys").asList(Value::asString),
                    row.get("own").asBoolean(),
                    row.get("place").isNull() ? null : KnownAgent.of(row.get("place")));
        }
    }

    private List<FoundEntity> found(
            NameText searched, List<SearchKind> kinds, Fuzziness fuzziness, PlacesNamed places) {
        return graph.list(
                NAMED_LIKE,
                Map.of(
                        "query",
                        searched.query(fuzziness),
                        "labels",
                        kinds.stream().map(SearchKind::label).toList(),
                        "looked",
                        MAX_READ,
                        "limit",
                        MAX_RANKED,
                        "identifiers",
                        AgentIdentifier.rows(places.identifiers()),
                        "nameKeys",
                        places.mainKeys()),
                FoundEntity::of);
    }

    private static List<SearchConnection.Hit> hits(List<FoundEntity> found, NameText searched, ListRequest request) {
        return found.stream()
                .filter(entity -> entity.agent() == null)
                .map(entity -> SearchConnection.Hit.of(
                        entity.id(),
                        NameSimilarity.of(searched, entity.keys(), entity.own()),
                        entity.name(),
                        NameOrigin.GRAPH,
                        request))
                .toList();
    }
}
