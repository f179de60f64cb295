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

/** All filters and orders of the schema; several features can add to one. */
@Component
public class FilterRegistry {

    /** The criterion that asks for what had been recorded by a moment, and so for what was withdrawn since. */
    public static final String KNOWN_AT = "knownAt";

    /** What every order has. */
    private static final Set<String> EVERY_ORDER = Set.of("by", "direction", "nulls");

    private final Map<String, FilterType> filters = new HashMap<>();
    private final Map<String, OrderType> orders = new HashMap<>();
    private final List<IndexSeek> entrances;
    private final HistoricalView asRecorded;
    private final RequestLimits limits;

    FilterRegistry(
            List<FilterType> filters,
            List<OrderType> orders,
            List<IndexSeek> entrances,
            HistoricalView asRecorded,
            RequestLimits limits) {
        filters.forEach(type -> this.filters.merge(type.name(), type, FilterType::with));
        orders.forEach(type -> this.orders.merge(type.name(), type, OrderType::with));
        this.entrances = entrances;
        this.asRecorded = asRecorded;
        this.limits = limits;
    }

    /** Begins the conditions of a statement. */
    FilterCompiler begin() {
        return new FilterCompiler(filters, limits);
    }

    /**
     * A statement with a filter put into its slots {@code where} and {@code from}, as {@link ListStatement} describes
     * them.
     *
     * @param filter the input type, e.g. {@code CityFilter}
     * @param parameters where the values of the filter are added
     */
    public CypherStatement fill(
            CypherStatement statement, String filter, Map<String, Object> where, Map<String, Object> parameters) {
        var conditions = begin();
        var filled = statement.with(slot -> slot(slot, filter, where, conditions));
        parameters.putAll(conditions.parameters());
        return filled;
    }

    /** What a filter puts into a slot; empty for slots of other sorts, and where it asks for nothing. */
    Optional<String> slot(
            CypherStatement.Slot slot, @Nullable String filter, Map<String, Object> where, FilterCompiler conditions) {
        if (filter == null || where.isEmpty()) {
            return Optional.empty();
        }
        var subject = FilterTarget.of(String.valueOf(slot.about()));
        var moment = where.get(KNOWN_AT);
        return switch (slot.name()) {
            case "where" -> Optional.of(FilterCompiler.text(conditions.filter(filter, subject, where)));
            case "from" ->
                entrances.stream()
                        .flatMap(entrance -> entrance.clauses(filter, where, subject, conditions).stream())
                        .findFirst()
                        .map(clauses -> clauses + "\n" + slot.usual());
            case "recorded" -> Optional.ofNullable(moment).map(then -> asRecorded.thing(subject, then, conditions));
            case "stored" -> Optional.ofNullable(moment).map(then -> HistoricalView.STORED);
            case "claims" -> Optional.ofNullable(moment).map(then -> asRecorded.claim(subject, then, conditions));
            // with what is found no index can be walked
            case "bound" -> Optional.ofNullable(moment).map(then -> "(" + subject.variable() + ")");
            // what was recorded of an agent that was merged since
            case "merged" -> Optional.ofNullable(moment).map(then -> "<-[:MERGED_INTO]-*()");
            default -> Optional.empty();
        };
    }

    /**
     * Looks at what is asked of a list before it is read.
     *
     * @throws InvalidArgumentException if a filter or an order makes no sense
     */
    public void check(ListRequest listing) {
        var subject = new FilterTarget("checked", "id");
        var conditions = begin();
        if (listing.filter() != null && !listing.where().isEmpty()) {
            conditions.filter(listing.filter(), subject, listing.where());
        }
        listing.orderBy().forEach(order -> key(listing, order, subject, conditions));
    }

    /**
     * The key for one entry of {@code orderBy}.
     *
     * @throws InvalidArgumentException if it has a field that such a key has no use for
     */
    SortKey key(ListRequest listing, Map<String, Object> order, FilterTarget subject, FilterCompiler conditions) {
        var type = orders.get(String.valueOf(listing.order()));
        var key = type == null ? null : type.keys().get(String.valueOf(order.get("by")));
        if (type == null || key == null) {
            throw new IllegalStateException("No code for %s.%s".formatted(listing.order(), order.get("by")));
        }
        checkTaken(order, key, type);
        return new SortKey(
                key.of(subject, order, conditions),
                "DESC".equals(order.get("direction")),
                key.nullable(),
                "FIRST".equals(order.get("nulls")));
    }

    /** What a key has no use for is refused, so that nobody takes it for heeded. */
    private static void checkTaken(Map<String, Object> order, OrderType.Key key, OrderType type) {
        for (var field : order.keySet()) {
            if (order.get(field) != null && !EVERY_ORDER.contains(field) && !key.takes(field)) {
                var words = type.keys().entrySet().stream()
                        .filter(other -> other.getValue().takes(field))
                        .map(Map.Entry::getKey)
                        .sorted()
                        .collect(joining(" or "));
                throw InvalidArgumentException.described(
                        field,
                        "given beside by: %s, which has no use for it".formatted(order.get("by")),
                        "it only beside by: %s; leave it out, or sort by that".formatted(words));
            }
        }
    }

    /** The fields of every filter and the words of every order, by input type, for a test beside the schema. */
    Map<String, Set<String>> known() {
        var known = new HashMap<String, Set<String>>();
        filters.forEach((name, type) -> known.put(name, type.criteria().keySet()));
        orders.forEach((name, type) -> known.put(name, type.keys().keySet()));
        return known;
    }
}
