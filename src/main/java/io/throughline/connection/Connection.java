package io.throughline.connection;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list, as the GraphQL Cursor Connections Specification describes it.
 *
 * @param totalCount how many the whole list holds, on all pages
 */
public record Connection<T>(List<Edge<T>> edges, PageInfo pageInfo, int totalCount) {

    /** One entry and where it stands. */
    public record Edge<T>(T node, String cursor) {}

    /** Whether there is more on either side, and from where to go on. */
    public record PageInfo(
            boolean hasNextPage,
            boolean hasPreviousPage,
            @Nullable String startCursor,
            @Nullable String endCursor) {}

    /** A list without entries. */
    public static <T> Connection<T> empty() {
        return new Connection<>(List.of(), new PageInfo(false, false, null, null), 0);
    }

    /** The entries alone. */
    public List<T> nodes() {
        return edges.stream().map(Edge::node).toList();
    }
}
