package io.throughline.graphql.connection;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list, as the GraphQL Cursor Connections Specification describes it.
 *
 * @param totalCount the number of entries on all pages; null unless requested
 * @param memberCount the number of distinct members in a list of memberships; null unless requested
 * @param newestEvidence the newest evidence behind a list of memberships; null unless requested, or if nothing is dated
 * @param origin the list this page belongs to
 */
public record Connection<T>(
        List<Edge<T>> edges,
        PageInfo pageInfo,
        @Nullable Integer totalCount,
        @Nullable Integer memberCount,
        @Nullable NewestEvidence newestEvidence,
        Origin origin) {

    /** One entry and its position. */
    public record Edge<T>(T node, ListCursor position) {

        /** The position as callers see it. */
        public String cursor() {
            return position.text();
        }
    }

    /** Whether there are more entries on either side, and the cursors to continue from. */
    public record PageInfo(
            boolean hasNextPage,
            boolean hasPreviousPage,
            @Nullable ListCursor start,
            @Nullable ListCursor end) {

        /** The cursor of the first entry; null for an empty page. */
        public @Nullable String startCursor() {
            return start == null ? null : start.text();
        }

        /** The cursor of the last entry; null for an empty page. */
        public @Nullable String endCursor() {
            return end == null ? null : end.text();
        }
    }

    /**
     * The list a page belongs to. Compared by value.
     *
     * @param list the file of the statement that reads it
     * @param owner the id of the entity whose list it is; null for a top-level list
     * @param parameters the other parameters of the statement
     */
    public record Origin(String list, @Nullable String owner, Map<String, ?> parameters, ListRequest request) {}

    /** An empty list. */
    static <T> Connection<T> empty(Origin origin) {
        return new Connection<>(List.of(), new PageInfo(false, false, null, null), 0, 0, null, origin);
    }

    /** The entries without their cursors. */
    public List<T> nodes() {
        return edges.stream().map(Edge::node).toList();
    }
}
