package io.throughline.graphql.connection;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list, as the GraphQL Cursor Connections Specification describes it.
 *
 * @param totalCount how many the whole list holds, on all pages; null when nobody asked
 * @param memberCount of a list of memberships, how many different members they have; null when nobody asked
 * @param origin the list it is a page of
 */
public record Connection<T>(
        List<Edge<T>> edges,
        PageInfo pageInfo,
        @Nullable Integer totalCount,
        @Nullable Integer memberCount,
        Origin origin) {

    /** One entry and where it stands. */
    public record Edge<T>(T node, ListCursor position) {

        /** The position, for callers. */
        public String cursor() {
            return position.text();
        }
    }

    /** Whether there is more on either side, and from where to go on. */
    public record PageInfo(
            boolean hasNextPage,
            boolean hasPreviousPage,
            @Nullable ListCursor start,
            @Nullable ListCursor end) {

        /** Where the first entry stands, for callers; null when there is none. */
        public @Nullable String startCursor() {
            return start == null ? null : start.text();
        }

        /** Where the last entry stands, for callers; null when there is none. */
        public @Nullable String endCursor() {
            return end == null ? null : end.text();
        }
    }

    /**
     * Which list a page belongs to. Compared by value.
     *
     * @param list the file of its statement
     * @param owner the id of what it is a list of; null for a list of everything
     * @param parameters what else the statement takes
     */
    public record Origin(String list, @Nullable String owner, Map<String, ?> parameters, ListRequest listing) {}

    /** A list without entries. */
    static <T> Connection<T> empty(Origin origin) {
        return new Connection<>(List.of(), new PageInfo(false, false, null, null), 0, 0, origin);
    }

    /** The entries alone. */
    public List<T> nodes() {
        return edges.stream().map(Edge::node).toList();
    }
}
