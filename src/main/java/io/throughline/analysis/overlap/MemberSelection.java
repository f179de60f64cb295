package io.throughline.analysis.overlap;

import static java.util.stream.Collectors.toMap;

import io.throughline.graphql.connection.InvalidArgumentException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Of which members a caller wants rows.
 *
 * @param ids distinct ids of cities and regions, in the order asked for; null for all
 * @param where an {@code AgentFilter} for them; empty for all
 * @param maxRows how many rows there may be, 1 to 10,000
 */
public record MemberSelection(@Nullable List<String> ids, Map<String, Object> where, int maxRows) {

    /** How many rows are given at most. */
    public static final int MOST_ROWS = 10_000;

    private static final int USUAL_ROWS = 1_000;

    /**
     * Reads the arguments {@code members}, {@code where} and {@code maxRows}; null for one that is left out.
     *
     * @throws InvalidArgumentException if there may be no rows, or more than 10,000
     */
    public static MemberSelection of(
            @Nullable List<String> ids, @Nullable Map<String, Object> where, @Nullable Integer maxRows) {
        var most = maxRows == null ? USUAL_ROWS : maxRows;
        if (most < 1 || most > MOST_ROWS) {
            throw new InvalidArgumentException("maxRows", most, "a whole number from 1 to " + MOST_ROWS);
        }
        return new MemberSelection(
                ids == null ? null : ids.stream().distinct().toList(), where == null ? Map.of() : where, most);
    }

    /**
     * What was found, in the order asked for.
     *
     * @param found one of each member that there is
     * @throws InvalidArgumentException if one that was named is not there
     */
    public <T> List<T> inOrder(List<T> found, Function<T, String> id) {
        if (ids == null) {
            return found;
        }
        var byId = found.stream().collect(toMap(id, each -> each));
        return ids.stream()
                .map(asked -> {
                    var each = byId.get(asked);
                    if (each == null) {
                        throw new InvalidArgumentException(
                                "members",
                                asked,
                                "the id of a city or region%s, e.g. \"boston\""
                                        .formatted(where.isEmpty() ? "" : " that meets where"));
                    }
                    return each;
                })
                .toList();
    }
}
