package io.throughline.model.search;

import static java.util.Comparator.comparingInt;
import static java.util.stream.Collectors.groupingBy;

import io.throughline.graphql.entity.SimilarIds;
import io.throughline.infra.cypher.CypherStatement;
import io.throughline.infra.cypher.GraphReader;
import io.throughline.reference.name.EditDistance;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.neo4j.driver.Value;
import org.springframework.stereotype.Component;

/** Compares ids, ignoring case, with the ids and names of everything that has a similar name. */
@Component
class SimilarIdFinder implements SimilarIds {

    private static final CypherStatement LIKE = CypherStatement.in("search/ids-like.cypher");

    private static final int MAX_SUGGESTIONS = 3;
    private static final int NAMES_READ = 50;

    private final GraphReader graph;

    SimilarIdFinder(GraphReader graph) {
        this.graph = graph;
    }

    /**
     * An entity that may have been meant.
     *
     * @param errors the typing errors between what was searched and its id or name
     */
    private record SimilarId(String searched, String id, int errors) {

        static SimilarId of(String searched, String id, List<String> keys) {
            var text = words(searched);
            return new SimilarId(
                    searched,
                    id,
                    Stream.concat(Stream.of(words(id)), keys.stream())
                            .mapToInt(key -> EditDistance.errors(text, key))
                            .min()
                            .orElseThrow());
        }

        /** One error in three letters is still likely to be the same word. */
        boolean isLikely() {
            return errors <= Math.max(1, searched.length() / 3);
        }
    }

    @Override
    public Map<String, List<String>> of(Collection<String> unknown) {
        var texts = unknown.stream()
                .map(id -> Map.entry(id, NameText.of(words(id))))
                .filter(text -> !text.getValue().isEmpty())
                .map(text -> Map.of(
                        "searched", text.getKey(),
                        "ids", cases(text.getKey()),
                        "query", text.getValue().query(Fuzziness.FUZZY)))
                .toList();
        var likely = graph
                .list(
                        LIKE,
                        Map.of("texts", texts, "limit", NAMES_READ),
                        row -> SimilarId.of(
                                row.get("searched").asString(),
                                row.get("id").asString(),
                                row.get("keys").asList(Value::asString)))
                .stream()
                .filter(SimilarId::isLikely)
                .collect(groupingBy(SimilarId::searched));
        var best = new HashMap<String, List<String>>();
        likely.forEach((searched, similar) -> best.put(searched, best(similar)));
        return best;
    }

    /** Those with the fewest errors; others only if none is without any. */
    private static List<String> best(List<SimilarId> similar) {
        var fewest = similar.stream().mapToInt(SimilarId::errors).min().orElseThrow();
        return similar.stream()
                .filter(each -> fewest > 0 || each.errors() == 0)
                .sorted(comparingInt(SimilarId::errors).thenComparing(SimilarId::id))
                .map(SimilarId::id)
                .distinct()
                .limit(MAX_SUGGESTIONS)
                .toList();
    }

    private static List<String> cases(String id) {
        return List.of(id.toLowerCase(Locale.ROOT), id.toUpperCase(Locale.ROOT));
    }

    private static String words(String id) {
        return id.toLowerCase(Locale.ROOT).replaceAll("[-_.:]+", " ").strip();
    }
}
