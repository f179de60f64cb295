package io.throughline.connection;

import io.throughline.cypher.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All filters and orders of the schema; several features can add to one. */
@Component
public class Filters {

    /** The criterion that asks for what had been recorded by a moment, and so for what was withdrawn since. */
    public static final String KNOWN_AT = "knownAt";

    private final Map<String, FilterType> filters = new HashMap<>();
    private final Map<String, OrderType> orders = new HashMap<>();
    private final List<Entrance> entrances;

    Filters(List<FilterType> filters, List<OrderType> orders, List<Entrance> entrances) {
        filters.forEach(type -> this.filters.merge(type.name(), type, FilterType::with));
        orders.forEach(type -> this.orders.merge(type.name(), type, OrderType::with));
        this.entrances = entrances;
    }

    /** Begins the conditions of a statement. */
    Conditions begin() {
        return new Conditions(filters);
    }

    /**
     * A statement with a filter put into its slots {@code where} and {@code from}, as {@link ListStatement} describes
     * them.
     *
     * @param filter the input type, e.g. {@code CityFilter}
     * @param parameters where the values of the filter are added
     */
    public Statement fill(
            Statement statement, String filter, Map<String, Object> where, Map<String, Object> parameters) {
        var conditions = begin();
        var filled = statement.with(slot -> slot(slot, filter, where, conditions));
        parameters.putAll(conditions.parameters());
        return filled;
    }

    /** What a filter puts into a slot; empty for slots of other sorts, and where it asks for nothing. */
    Optional<String> slot(
            Statement.Slot slot, @Nullable String filter, Map<String, Object> where, Conditions conditions) {
        if (filter == null || where.isEmpty()) {
            return Optional.empty();
        }
        var subject = Subject.of(String.valueOf(slot.about()));
        var past = where.get(KNOWN_AT) != null;
        return switch (slot.name()) {
            case "where" -> Optional.of(Conditions.text(conditions.filter(filter, subject, where)));
            case "from" ->
                entrances.stream()
                        .flatMap(entrance -> entrance.clauses(filter, where, subject, conditions).stream())
                        .findFirst()
                        .map(clauses -> clauses + "\n" + slot.usual());
            case "recorded" ->
                past
                        ? Optional.of("(%1$s:Membership|Withdrawn WHERE %1$s.memberId IS NOT NULL)"
                                .formatted(subject.variable()))
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    /**
     * Looks at what is asked of a list before it is read.
     *
     * @throws BadArgument if a filter or an order makes no sense
     */
    public void check(Listing listing) {
        var subject = new Subject("checked", "id");
        if (listing.filter() != null && !listing.where().isEmpty()) {
            begin().filter(listing.filter(), subject, listing.where());
        }
        listing.orderBy().forEach(order -> key(listing, order, subject, begin()));
    }

    /** The key for one entry of {@code orderBy}. */
    SortKey key(Listing listing, Map<String, Object> order, Subject subject, Conditions conditions) {
        var type = orders.get(String.valueOf(listing.order()));
        var key = type == null ? null : type.keys().get(String.valueOf(order.get("by")));
        if (key == null) {
            throw new IllegalStateException("No code for %s.%s".formatted(listing.order(), order.get("by")));
        }
        return new SortKey(
                key.of(subject, order, conditions),
                "DESC".equals(order.get("direction")),
                true,
                "FIRST".equals(order.get("nulls")));
    }

    /** The fields of every filter and the words of every order, by input type, for a test beside the schema. */
    Map<String, Set<String>> known() {
        var known = new HashMap<String, Set<String>>();
        filters.forEach((name, type) -> known.put(name, type.criteria().keySet()));
        orders.forEach((name, type) -> known.put(name, type.keys().keySet()));
        return known;
    }
}
