package io.throughline.graphql.connection;

import static java.util.Comparator.comparingInt;

import graphql.language.Field;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLTypeUtil;
import io.throughline.graphql.entity.FieldSelection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a list. Compared by value, so that fields which ask the same are read together.
 *
 * @param list the field of the schema that gives it, e.g. {@code Agent.memberships}
 * @param filter the type of {@code where}; null for a list that cannot be filtered
 * @param where the filter; empty for everything
 * @param order the type of {@code orderBy}; null for a list that cannot be sorted
 * @param orderBy the keys to sort by; empty for the list's own order
 * @param fields the fields of the connection that are asked for, e.g. {@code totalCount}; others are not worked out
 * @param selection what the document selects of the entries, among others
 */
public record ListRequest(
        String list,
        @Nullable String filter,
        Map<String, Object> where,
        @Nullable String order,
        List<Map<String, Object>> orderBy,
        PageRequest page,
        Set<String> fields,
        FieldSelection selection) {

    /**
     * What is asked of a list.
     *
     * @throws InvalidArgumentException if the page begins at a cursor of another list or order
     */
    public ListRequest {
        var beside = page.beside();
        if (beside != null && !beside.list().equals(name(list, orderBy))) {
            throw ListCursor.of(page.backward() ? "before" : "after", beside.text());
        }
    }

    /** A field of a document, which asks the same of each parent of a type. */
    private record Asked(String parentType, List<Field> fields) {}

    private static final Set<String> FIELDS = Set.of("totalCount", "memberCount", "edges", "nodes", "pageInfo");

    /**
     * Reads the arguments of the field that is fetched, once for all parents in a request.
     *
     * @throws InvalidArgumentException as {@link PageRequest} does, or if the page begins at a cursor of another list or order
     */
    public static ListRequest of(DataFetchingEnvironment environment) {
        var parent = (GraphQLObjectType) GraphQLTypeUtil.unwrapAll(environment.getParentType());
        Map<Asked, ListRequest> read =
                environment.getGraphQlContext().computeIfAbsent(ListRequest.class, key -> new ConcurrentHashMap<>());
        return read.computeIfAbsent(
                new Asked(parent.getName(), environment.getMergedField().getFields()), field -> read(environment));
    }

    private static ListRequest read(DataFetchingEnvironment environment) {
        List<Map<String, Object>> orderBy = environment.getArgument("orderBy");
        return new ListRequest(
                nameOf(environment),
                typeOf("where", environment),
                FilterCompiler.map(environment.getArgument("where")),
                typeOf("orderBy", environment),
                orderBy == null ? List.of() : orderBy,
                PageRequest.of(environment),
                SelectedFields.of(environment, FIELDS),
                FieldSelection.in(environment.getGraphQlContext()));
    }

    /** Types that have the field from an interface share one list, as they are read together. */
    private static String nameOf(DataFetchingEnvironment environment) {
        var field = environment.getFieldDefinition().getName();
        var type = (GraphQLObjectType) GraphQLTypeUtil.unwrapAll(environment.getParentType());
        return type.getInterfaces().stream()
                        .map(GraphQLInterfaceType.class::cast)
                        .filter(shared -> shared.getFieldDefinition(field) != null)
                        .min(comparingInt(shared -> shared.getInterfaces().size()))
                        .map(GraphQLNamedType.class::cast)
                        .orElse(type)
                        .getName()
                + "." + field;
    }

    private static @Nullable String typeOf(String argument, DataFetchingEnvironment environment) {
        var found = environment.getFieldDefinition().getArgument(argument);
        return found == null ? null : GraphQLTypeUtil.unwrapAll(found.getType()).getName();
    }

    /** The same with another page. */
    public ListRequest of(PageRequest other) {
        return new ListRequest(list, filter, where, order, orderBy, other, fields, selection);
    }

    /** The same with one more condition, which other fields of the filter do not weaken. */
    public ListRequest and(String field, @Nullable Object value) {
        if (value == null) {
            return this;
        }
        var all = new LinkedHashMap<String, Object>();
        all.put(field, value);
        if (!where.isEmpty()) {
            all.put("and", List.of(where));
        }
        return new ListRequest(list, filter, all, order, orderBy, page, fields, selection);
    }

    /**
     * Where an entry stands in it.
     *
     * @param keys its sort keys, the last of which no other entry has
     */
    public ListCursor cursor(List<@Nullable Object> keys) {
        return new ListCursor(name(list, orderBy), keys);
    }

    /** Tells lists and orders apart, so that a cursor of another one is noticed. */
    private static String name(String list, List<Map<String, Object>> orderBy) {
        return orderBy.isEmpty() ? list : list + " " + Integer.toHexString(orderBy.hashCode());
    }

    /** Whether it comes without a filter and in the list's own order. */
    boolean isPlain() {
        return where.isEmpty() && orderBy.isEmpty();
    }

    /** Whether it is the beginning of the list in its own order, with nothing left out. */
    public boolean isBeginning() {
        return isPlain() && page.beside() == null && !page.backward();
    }

    /** Whether a field of the connection is asked for. */
    boolean asks(String field) {
        return fields.contains(field);
    }

    /** How many entries to look for: one more than asked, to see whether more follows; none if nobody asks for any. */
    int limit() {
        return asks("edges") || asks("nodes") || asks("pageInfo") ? page.count() + 1 : 0;
    }

    /** Whether entries or totals are asked for, and not only what others work out for the list, such as its facets. */
    boolean isRead() {
        return limit() > 0 || asks("totalCount") || asks("memberCount");
    }

    /** The same list, whatever its page and what is selected: what its facets depend on. */
    public ListRequest whole() {
        return new ListRequest("", filter, where, null, List.of(), PageRequest.NONE, Set.of(), FieldSelection.ALL);
    }
}
