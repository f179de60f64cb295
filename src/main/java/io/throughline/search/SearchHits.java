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
record SearchHits(List<Hit> edges, PageInfo pageInfo, int totalCount) {

    /**
     * A thing that was found.
     *
     * @param nodeId its id
     * @param score from 0 to 1
     * @param matchedName the best of the names it was found by
     */
    record Hit(String nodeId, double score, String matchedName) {

        private static final Comparator<Hit> BEST_FIRST =
                comparing(Hit::score).reversed().thenComparing(Hit::nodeId);

        /** Behind which entry to go on: the score as a text of fixed length that sorts best first, and the id. */
        Cursor position() {
            return new Cursor(String.format(Locale.ROOT, "%.4f", 1 - score), nodeId);
        }

        String cursor() {
            return position().text();
        }
    }

    /** The page of hits; a thing found by several names stands there once, with the best. */
    static SearchHits page(List<Hit> found, Page page) {
        var best = new HashMap<String, Hit>();
        found.forEach(hit -> best.merge(hit.nodeId(), hit, (a, b) -> a.score() >= b.score() ? a : b));
        var all = best.values().stream().sorted(Hit.BEST_FIRST).toList();
        var after = page.after();
        var rest = after == null
                ? all
                : all.stream().filter(hit -> isBehind(hit.position(), after)).toList();
        var shown = rest.subList(0, Math.min(page.first(), rest.size()));
        return new SearchHits(
                shown,
                new PageInfo(
                        rest.size() > shown.size(),
                        after != null && page.first() > 0,
                        shown.isEmpty() ? null : shown.get(0).cursor(),
                        shown.isEmpty() ? null : shown.get(shown.size() - 1).cursor()),
                all.size());
    }

    private static boolean isBehind(Cursor hit, Cursor after) {
        var byScore = hit.key().compareTo(after.key());
        return byScore > 0 || byScore == 0 && hit.id().compareTo(after.id()) > 0;
    }
}
