package io.throughline.model.search;

import static java.util.Comparator.comparing;

import io.throughline.graphql.connection.Connection.PageInfo;
import io.throughline.graphql.connection.ListCursor;
import io.throughline.graphql.connection.ListRequest;
import io.throughline.graphql.connection.PageRequest;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of search results.
 *
 * @param totalCount how many results there are, at most {@value SearchQueries#MAX_RANKED}
 * @param note why nothing was found, if the gazetteer shows it
 */
record SearchConnection(
        List<Hit> edges,
        PageInfo pageInfo,
        int totalCount,
        @Nullable String note) {

    /**
     * A result, {@code SearchEdge} in the schema.
     *
     * @param nodeId its id
     * @param score from 0 to 1
     * @param matchedName the best of the names that it was found by
     * @param nameOrigin where that name is known from
     * @param position its position in the results
     */
    record Hit(String nodeId, double score, String matchedName, NameOrigin nameOrigin, ListCursor position) {

        private static final Comparator<Hit> BEST_FIRST =
                comparing(Hit::score).reversed().thenComparing(Hit::nodeId);

        /** Its position sorts best first: 1 minus the score, as a text of fixed length, and the id. */
        static Hit of(String nodeId, double score, String matchedName, NameOrigin nameOrigin, ListRequest request) {
            var missing = 10_000 - Math.round(score * 10_000);
            var text = missing / 10_000 + "."
                    + Long.toString(10_000 + missing % 10_000).substring(1);
            return new Hit(nodeId, score, matchedName, nameOrigin, request.cursor(List.of(text, nodeId)));
        }

        /** The position as callers see it. */
        public String cursor() {
            return position.text();
        }

        boolean isAfter(ListCursor other) {
            return compareTo(other) > 0;
        }

        boolean isBefore(ListCursor other) {
            return compareTo(other) < 0;
        }

        private int compareTo(ListCursor other) {
            var byScore = position.key().compareTo(other.key());
            return byScore == 0 ? position.id().compareTo(other.id()) : byScore;
        }
    }

    /** A page of hits; what was found by several names appears once, with the best. */
    static SearchConnection page(List<Hit> found, PageRequest page, @Nullable String note) {
        var best = new HashMap<String, Hit>();
        found.forEach(hit -> best.merge(hit.nodeId(), hit, (a, b) -> a.score() >= b.score() ? a : b));
        var all = best.values().stream().sorted(Hit.BEST_FIRST).toList();
        var cursor = page.cursor();
        var rest = cursor == null
                ? all
                : all.stream()
                        .filter(hit -> page.backward() ? hit.isBefore(cursor) : hit.isAfter(cursor))
                        .toList();
        var count = Math.min(page.count(), rest.size());
        var shown = page.backward() ? rest.subList(rest.size() - count, rest.size()) : rest.subList(0, count);
        var more = rest.size() > count;
        var left = cursor != null && page.count() > 0;
        return new SearchConnection(
                shown,
                new PageInfo(
                        page.backward() ? left : more,
                        page.backward() ? more : left,
                        shown.isEmpty() ? null : shown.get(0).position(),
                        shown.isEmpty() ? null : shown.get(shown.size() - 1).position()),
                all.size(),
                all.isEmpty() ? note : null);
    }
}
