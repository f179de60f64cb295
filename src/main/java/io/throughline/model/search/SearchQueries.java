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

    /** The most names that are ranked. */
    static final int MOST = 1_000;

    /** The most names looked at before those of other kinds are left out. */
    private static final int LOOKED = 5_000;

    private static final CypherStatement NAMED_LIKE = CypherStatement.in("search/named-like.cypher");

    private final GraphReader graph;

    SearchQueries(GraphReader graph) {
        this.graph = graph;
    }

    /** What answers to a text; with AUTO, names with typing errors only when there are no others. */
    SearchConnection search(String text, List<SearchKind> kinds, Fuzziness fuzziness, ListRequest listing) {
        var page = listing.page();
        var asked = NameText.of(text);
        if (asked.isEmpty() || kinds.isEmpty()) {
            return SearchConnection.page(List.of(), page);
        }
        if (fuzziness != Fuzziness.AUTO) {
            return SearchConnection.page(named(asked, kinds, fuzziness, listing), page);
        }
        var begun = named(asked, kinds, Fuzziness.PREFIX, listing);
        return SearchConnection.page(begun.isEmpty() ? named(asked, kinds, Fuzziness.FUZZY, listing) : begun, page);
    }

    private List<SearchConnection.Hit> named(
            NameText asked, List<SearchKind> kinds, Fuzziness fuzziness, ListRequest listing) {
        return graph.list(
                NAMED_LIKE,
                Map.of(
                        "query",
                        asked.query(fuzziness),
                        "labels",
                        kinds.stream().map(SearchKind::label).toList(),
                        "looked",
                        LOOKED,
                        "limit",
                        MOST),
                row -> SearchConnection.Hit.of(
                        row.get("id").asString(),
                        NameSimilarity.of(
                                asked,
                                row.get("keys").asList(Value::asString),
                                row.get("own").asBoolean()),
                        row.get("name").asString(),
                        listing));
    }
}
