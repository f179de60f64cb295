package io.throughline.model.search;

import io.throughline.graphql.connection.ListRequest;
import io.throughline.infra.cypher.CypherStatement;
import io.throughline.infra.cypher.GraphReader;
import java.util.List;
import java.util.Map;
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

    SearchQueries(GraphReader graph) {
        this.graph = graph;
    }

    /** What matches a text; with AUTO, names with typing errors only when there are no others. */
    SearchConnection search(String text, List<SearchKind> kinds, Fuzziness fuzziness, ListRequest request) {
        var page = request.page();
        var searched = NameText.of(text);
        if (searched.isEmpty() || kinds.isEmpty()) {
            return SearchConnection.page(List.of(), page);
        }
        if (fuzziness != Fuzziness.AUTO) {
            return SearchConnection.page(named(searched, kinds, fuzziness, request), page);
        }
        var byPrefix = named(searched, kinds, Fuzziness.PREFIX, request);
        return SearchConnection.page(
                byPrefix.isEmpty() ? named(searched, kinds, Fuzziness.FUZZY, request) : byPrefix, page);
    }

    private List<SearchConnection.Hit> named(
            NameText searched, List<SearchKind> kinds, Fuzziness fuzziness, ListRequest request) {
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
                        MAX_RANKED),
                row -> SearchConnection.Hit.of(
                        row.get("id").asString(),
                        NameSimilarity.of(
                                searched,
                                row.get("keys").asList(Value::asString),
                                row.get("own").asBoolean()),
                        row.get("name").asString(),
                        request));
    }
}
