package io.throughline.graphql.connection;

import static java.util.stream.Collectors.joining;

import io.throughline.infra.cypher.CypherStatement;
import io.throughline.infra.limit.RequestLimits;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All filters and orders of the schema. Several modules can contribute to the same one. */
@Component
public class FilterRegistry {

    /** The criterion that restricts a list to what was recorded at a given time; it also finds what was withdrawn later. */
    public static final String KNOWN_AT = "knownAt";

    /** Fields that every order has. */
    private static final Set<String> COMMON_ORDER_FIELDS = Set.of("by", "direction", "nulls");

    private final Map<String, FilterType> filters = new HashMap<>();
    private final Map<String, OrderType> orders = new HashMap<>();
    private final List<IndexSeek> indexSeeks;
    private final HistoricalView historicalView;
    private final RequestLimits limits;

    FilterRegistry(
            List<FilterType> filters,
            List<OrderType> orders,
            List<IndexSeek> indexSeeks,
            HistoricalView historicalView,
            RequestLimits limits) {
        filters.forEach(type -> this.filters.merge(type.name(), type, FilterType::with));
        orders.forEach(type -> this.orders.merge(type.name(), type, OrderType::with));
        this.indexSeeks = indexSeeks;
        this.historicalView = historicalView;
        this.limits = limits;
    }

    /** A compiler for the filters of one statement. */
    FilterCompiler newCompiler() {
        return new FilterCompiler(filters, limits);
    }

    /**
     * Fills a filter into the slots {@code where} and {@code from} of a statement; {@link ListStatement} describes
     * them.
     *
     * @param filter the input type, e.g. {@code CityFilter}
     * @param parameters receives the values of the filter
     */
    public CypherStatement fill(
            CypherStatement statement, String filter, Map<String, Object> where, Map<String, Object> parameters) {
        var compiler = newCompiler();
        var slots = slots(statement, filter, where, false, compiler);
        var filled = statement.with(slot -> slots.flatMap(filling -> filling.text(slot)));
        parameters.putAll(compiler.parameters());
        return filled;
    }

    /**
     * What fills the slots of a statement that depend on a filter; empty for an empty filter.
     *
     * @param twice whether the statement needs the entries twice, for the total and for the page
     */
    Optional<FilterSlots> slots(
            CypherStatement statement,
            @Nullable String filter,
            Map<String, Object> where,
            boolean twice,
            FilterCompiler compiler) {
        return filter == null || where.isEmpty()
                ? Optional.empty()
                : Optional.of(new FilterSlots(statement, filter, where, twice, compiler, indexSeeks, historicalView));
    }

    /**
     * Validates the filter and order of a request before the list is read.
     *
     * @throws InvalidArgumentException if a filter or an order is invalid
     */
    public void check(ListRequest request) {
        var target = new FilterTarget("checked", "id");
        var compiler = newCompiler();
        if (request.filter() != null && !request.where().isEmpty()) {
            compiler.filter(request.filter(), target, request.where());
        }
        request.orderBy().forEach(order -> key(request, order, target, compiler));
    }

    /**
     * The key for one entry of {@code orderBy}.
     *
     * @throws InvalidArgumentException if it has a field that this key does not use
     */
    SortKey key(ListRequest request, Map<String, Object> order, FilterTarget target, FilterCompiler compiler) {
        var type = orders.get(String.valueOf(request.order()));
        var key = type == null ? null : type.keys().get(String.valueOf(order.get("by")));
        if (type == null || key == null) {
            throw new IllegalStateException(
                    "No sort key is registered for %s.%s".formatted(request.order(), order.get("by")));
        }
        checkFields(order, key, type);
        return new SortKey(
                key.of(target, order, compiler),
                "DESC".equals(order.get("direction")),
                key.nullable(),
                "FIRST".equals(order.get("nulls")));
    }

    /** A field that the key ignores is rejected, so that callers do not assume it has an effect. */
    private static void checkFields(Map<String, Object> order, OrderType.Key key, OrderType type) {
        for (var field : order.keySet()) {
            if (order.get(field) != null && !COMMON_ORDER_FIELDS.contains(field) && !key.uses(field)) {
                var keys = type.keys().entrySet().stream()
                        .filter(other -> other.getValue().uses(field))
                        .map(Map.Entry::getKey)
                        .sorted()
                        .collect(joining(" or "));
                throw InvalidArgumentException.described(
                        field,
                        "given with by: %s, which does not use it".formatted(order.get("by")),
                        "it only with by: %s; leave it out, or sort by one of these".formatted(keys));
            }
        }
    }

    /** The fields of every filter and the keys of every order, by input type; a test compares them with the schema. */
    Map<String, Set<String>> known() {
        var known = new HashMap<String, Set<String>>();
        filters.forEach((name, type) -> known.put(name, type.criteria().keySet()));
        orders.forEach((name, type) -> known.put(name, type.keys().keySet()));
        return known;
    }
}
