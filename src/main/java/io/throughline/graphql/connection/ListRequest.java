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
 * A request for a page of a list. Compared by value, so that fields with equal requests are read together.
 *
 * @param list the field of the schema that returns it, e.g. {@code Agent.memberships}
 * @param filter the type of {@code where}; null for a list that cannot be filtered
 * @param where the filter; empty for everything
 * @param order the type of {@code orderBy}; null for a list that cannot be sorted
 * @param orderBy the keys to sort by; empty for the default order
 * @param fields the requested fields of the connection, e.g. {@code totalCount}; others are not computed
 * @param selection the fields that the document selects on each type
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
     * Checks that the cursor belongs to this list.
     *
     * @throws InvalidArgumentException if the cursor belongs to another list or order
     */
    public ListRequest {
        var cursor = page.cursor();
        if (cursor != null && !cursor.list().equals(name(list, orderBy))) {
            throw ListCursor.invalid(page.backward() ? "before" : "after", cursor.text());
        }
    }

    /** A field of a document; its request is the same for each parent of a type. */
    private record FieldKey(String parentType, List<Field> fields) {}

    /** Fields that the statement of a list computes besides its entries. */
    private static final Set<String> TOTALS = Set.of("totalCount", "memberCount", "newestEvidence");

    private static final Set<String> FIELDS =
            Set.of("totalCount", "memberCount", "newestEvidence", "edges", "nodes", "pageInfo");

    /**
     * Reads the arguments of the current field, once for all its parents in a request.
     *
     * @throws InvalidArgumentException if the page is invalid or its cursor belongs to another list or order
     */
    public static ListRequest of(DataFetchingEnvironment environment) {
        var parent = (GraphQLObjectType) GraphQLTypeUtil.unwrapAll(environment.getParentType());
        Map<FieldKey, ListRequest> read =
                environment.getGraphQlContext().computeIfAbsent(ListRequest.class, key -> new ConcurrentHashMap<>());
        return read.computeIfAbsent(
                new FieldKey(parent.getName(), environment.getMergedField().getFields()), field -> read(environment));
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

    /** Types that inherit the field from an interface share one list name, as their lists are read together. */
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

    /** The same request with one more condition, which always applies in addition to the filter. */
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
     * The cursor of an entry.
     *
     * @param keys its sort keys, the last of which is unique
     */
    public ListCursor cursor(List<@Nullable Object> keys) {
        return new ListCursor(name(list, orderBy), keys);
    }

    /** Identifies the list and its order, so that a cursor of another one is detected. */
    private static String name(String list, List<Map<String, Object>> orderBy) {
        return orderBy.isEmpty() ? list : list + " " + Integer.toHexString(orderBy.hashCode());
    }

    /** Whether there is no filter and the order is the default. */
    boolean isPlain() {
        return where.isEmpty() && orderBy.isEmpty();
    }

    /** Whether it asks for the unfiltered list from its start, in the default order. */
    public boolean isBeginning() {
        return isPlain() && page.cursor() == null && !page.backward();
    }

    /** Whether a field of the connection is requested. */
    boolean requests(String field) {
        return fields.contains(field);
    }

    /** How many entries to read: one more than requested, to see whether more follow; 0 if no entries are requested. */
    int limit() {
        return requests("edges") || requests("nodes") || requests("pageInfo") ? page.count() + 1 : 0;
    }

    /** Whether entries or totals are requested, rather than only what other modules compute for the list, such as facets. */
    boolean isRead() {
        return limit() > 0 || TOTALS.stream().anyMatch(this::requests);
    }

    /** The list without its page and selection, which is what its facets depend on. */
    public ListRequest whole() {
        return new ListRequest("", filter, where, null, List.of(), PageRequest.NONE, Set.of(), FieldSelection.ALL);
    }
}
