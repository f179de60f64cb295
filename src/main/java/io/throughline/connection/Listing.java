package io.throughline.connection;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLTypeUtil;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a list. Compared by value, so that fields which ask the same are read together.
 *
 * @param filter the type of {@code where}; null for a list that cannot be filtered
 * @param where the filter; empty for everything
 * @param order the type of {@code orderBy}; null for a list that cannot be sorted
 * @param orderBy the keys to sort by; empty for the list's own order
 * @param counts the fields beside the entries that are asked for, e.g. {@code totalCount}; others are not counted
 */
public record Listing(
        @Nullable String filter,
        Map<String, Object> where,
        @Nullable String order,
        List<Map<String, Object>> orderBy,
        Page page,
        Set<String> counts) {

    /**
     * What is asked of a list.
     *
     * @throws BadArgument if the page begins at a cursor of another order
     */
    public Listing {
        var beside = page.beside();
        if (beside != null && !beside.order().equals(name(orderBy))) {
            throw Cursor.of(page.backward() ? "before" : "after", beside.text());
        }
    }

    private static final Set<String> COUNTS = Set.of("totalCount", "memberCount");

    /**
     * Reads the arguments of the field that is fetched.
     *
     * @throws BadArgument as {@link Page} does, or if the page begins at a cursor of another order
     */
    public static Listing of(DataFetchingEnvironment environment) {
        List<Map<String, Object>> orderBy = environment.getArgument("orderBy");
        return new Listing(
                typeOf("where", environment),
                Conditions.map(environment.getArgument("where")),
                typeOf("orderBy", environment),
                orderBy == null ? List.of() : orderBy,
                Page.of(environment),
                SelectedFields.of(environment, COUNTS));
    }

    private static @Nullable String typeOf(String argument, DataFetchingEnvironment environment) {
        var found = environment.getFieldDefinition().getArgument(argument);
        return found == null ? null : GraphQLTypeUtil.unwrapAll(found.getType()).getName();
    }

    /** The same with one more condition, which other fields of the filter do not weaken. */
    public Listing and(String field, @Nullable Object value) {
        if (value == null) {
            return this;
        }
        var all = new LinkedHashMap<String, Object>();
        all.put(field, value);
        if (!where.isEmpty()) {
            all.put("and", List.of(where));
        }
        return new Listing(filter, all, order, orderBy, page, counts);
    }

    /** Tells orders apart, so that a cursor of another one is noticed; empty for the list's own order. */
    String orderName() {
        return name(orderBy);
    }

    private static String name(List<Map<String, Object>> orderBy) {
        return orderBy.isEmpty() ? "" : Integer.toHexString(orderBy.hashCode());
    }

    /** Whether a field beside the entries is asked for. */
    boolean counts(String field) {
        return counts.contains(field);
    }

    /** The same list, whatever its page and counts: what its facets depend on. */
    public Listing whole() {
        return new Listing(filter, where, null, List.of(), Page.NONE, Set.of());
    }
}
