package io.throughline.analysis.overlap;

import static java.util.stream.Collectors.toMap;

import io.throughline.graphql.connection.InvalidArgumentException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The members a caller wants rows for.
 *
 * @param ids distinct ids of cities and regions, in request order; null for all
 * @param where an {@code AgentFilter} for them; empty for all
 * @param maxRows maximum number of rows, 1 to 10,000
 */
public record MemberSelection(@Nullable List<String> ids, Map<String, Object> where, int maxRows) {

    /** The most rows a caller can ask for. */
    public static final int MAX_ROWS = 10_000;

    private static final int DEFAULT_ROWS = 1_000;

    /**
     * Reads the arguments {@code members}, {@code where} and {@code maxRows}; null for an omitted argument.
     *
     * @throws InvalidArgumentException if {@code maxRows} is not 1 to 10,000
     */
    public static MemberSelection of(
            @Nullable List<String> ids, @Nullable Map<String, Object> where, @Nullable Integer maxRows) {
        var limit = maxRows == null ? DEFAULT_ROWS : maxRows;
        if (limit < 1 || limit > MAX_ROWS) {
            throw new InvalidArgumentException("maxRows", limit, "a whole number from 1 to " + MAX_ROWS);
        }
        return new MemberSelection(
                ids == null ? null : ids.stream().distinct().toList(), where == null ? Map.of() : where, limit);
    }

    /**
     * Puts what was found into request order.
     *
     * @param found one item per existing member
     * @throws InvalidArgumentException if a requested member was not found
     */
    public <T> List<T> inOrder(List<T> found, Function<T, String> id) {
        if (ids == null) {
            return found;
        }
        var byId = found.stream().collect(toMap(id, each -> each));
        return ids.stream()
                .map(requested -> {
                    var each = byId.get(requested);
                    if (each == null) {
                        throw new InvalidArgumentException(
                                "members",
                                requested,
                                "the id of a city or region%s, e.g. \"boston\""
                                        .formatted(where.isEmpty() ? "" : " that matches where"));
                    }
                    return each;
                })
                .toList();
    }
}
