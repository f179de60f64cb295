package io.throughline.search;

import static java.util.Comparator.comparing;

import io.throughline.connection.Connection.PageInfo;
import io.throughline.connection.Cursor;
import io.throughline.connection.Page;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;

/**
 * One page of what was found.
 *
 * @param totalCount how many things were found, at most {@value SearchQueries#MOST}
 */
record SearchConnection(List<Hit> edges, PageInfo pageInfo, int totalCount) {

    /**
     * A thing that was found, as {@code SearchEdge} in the schema.
     *
     * @param nodeId its id
     * @param score from 0 to 1
     * @param matchedName the best of the names it was found by
     * @param cursor where it stands
     */
    record Hit(String nodeId, double score, String matchedName, String cursor) {

        private static final Comparator<Hit> BEST_FIRST =
                comparing(Hit::score).reversed().thenComparing(Hit::nodeId);

        static Hit of(String nodeId, double score, String matchedName) {
            return new Hit(nodeId, score, matchedName, position(nodeId, score).text());
        }

        /** Sorts best first: what is missing of the score as a text of fixed length, and the id. */
        private static Cursor position(String nodeId, double score) {
            return new Cursor(String.format(Locale.ROOT, "%.4f", 1 - score), nodeId);
        }

        boolean isBehind(Cursor after) {
            var here = position(nodeId, score);
            var byScore = here.key().compareTo(after.key());
            return byScore > 0 || byScore == 0 && here.id().compareTo(after.id()) > 0;
        }
    }

    /** The page of hits; a thing found by several names stands there once, with the best. */
    static SearchConnection page(List<Hit> found, Page page) {
        var best = new HashMap<String, Hit>();
        found.forEach(hit -> best.merge(hit.nodeId(), hit, (a, b) -> a.score() >= b.score() ? a : b));
        var all = best.values().stream().sorted(Hit.BEST_FIRST).toList();
        var after = page.after();
        var rest = after == null
                ? all
                : all.stream().filter(hit -> hit.isBehind(after)).toList();
        var shown = rest.subList(0, Math.min(page.first(), rest.size()));
        return new SearchConnection(
                shown,
                new PageInfo(
                        rest.size() > shown.size(),
                        after != null && page.first() > 0,
                        shown.isEmpty() ? null : shown.get(0).cursor(),
                        shown.isEmpty() ? null : shown.get(shown.size() - 1).cursor()),
                all.size());
    }
}
