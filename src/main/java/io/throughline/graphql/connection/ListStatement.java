package io.throughline.graphql.connection;

import static java.util.stream.Collectors.joining;

import io.throughline.infra.cypher.CypherStatement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.neo4j.cypherdsl.core.Condition;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Expression;

/**
 * The statement of a list with what is asked put into its slots:
 *
 * <ul>
 *   <li>{@code where city}: the condition of the filter on {@code city};
 *   <li>{@code from city}: the clauses that find the cities, where the filter knows a shorter way than to look at all;
 *   <li>{@code behind}: that an entry stands behind the cursor;
 *   <li>{@code order}: the sort keys, the last of which no other entry has; as the file has them, they are texts that no
 *       entry lacks;
 *   <li>{@code walk}: keys in front of these that have one value throughout, named because an index begins with them;
 *   <li>{@code key}: the list of the sort keys, for the cursor.
 * </ul>
 *
 * <p>It gives the statement {@code $limit} (as {@link ListRequest#limit} says), {@code $counted} and
 * {@code $membersCounted} (whether the totals are asked for) and {@code $filtered} (whether there is a filter).
 */
final class ListStatement {

    /** Sorts behind every text: the last code point there is. */
    private static final String LAST = Character.toString(Character.MAX_CODE_POINT);

    /** Without a filter and an order of the caller's, what stands in a statement depends on no more than this. */
    private record Plain(CypherStatement statement, boolean backward) {}

    private record Filled(CypherStatement statement, List<SortKey> keys) {}

    private static final Map<Plain, Filled> PLAIN = new ConcurrentHashMap<>();

    private final CypherStatement statement;
    private final Map<String, Object> parameters;
    private final ListRequest listing;

    private ListStatement(CypherStatement statement, Map<String, Object> parameters, ListRequest listing) {
        this.statement = statement;
        this.parameters = parameters;
        this.listing = listing;
    }

    static ListStatement of(CypherStatement statement, ListRequest listing, FilterRegistry filters) {
        var conditions = filters.begin();
        var plain = new Plain(statement, listing.page().backward());
        var filled = listing.isPlain() ? PLAIN.get(plain) : null;
        if (filled == null) {
            var keys = keys(statement, listing, filters, conditions);
            filled = new Filled(fill(statement, listing, filters, conditions, keys), keys);
            if (listing.isPlain()) {
                PLAIN.put(plain, filled);
            }
        } else {
            // the same once more, for the values that it takes
            behind(filled.keys(), listing, conditions);
        }
        var parameters = new HashMap<>(conditions.parameters());
        parameters.put("limit", listing.limit());
        parameters.put("counted", listing.asks("totalCount"));
        parameters.put("membersCounted", listing.asks("memberCount"));
        parameters.put("filtered", !listing.where().isEmpty());
        return new ListStatement(filled.statement(), parameters, listing);
    }

    private static CypherStatement fill(
            CypherStatement statement,
            ListRequest listing,
            FilterRegistry filters,
            FilterCompiler conditions,
            List<SortKey> keys) {
        var slots = new HashMap<String, Optional<String>>();
        Function<CypherStatement.Slot, Optional<String>> filling = slot -> switch (slot.name()) {
            case "behind" -> Optional.of(FilterCompiler.text(behind(keys, listing, conditions)));
            case "order" -> Optional.of(keys.stream().map(SortKey::text).collect(joining(", ")));
            case "walk" -> walk(slot, listing);
            case "key" ->
                Optional.of(keys.stream()
                        .map(key -> FilterCompiler.text(key.expression()))
                        .collect(joining(", ", "[", "]")));
            default -> filters.slot(slot, listing.filter(), listing.where(), conditions);
        };
        return statement.with(
                slot -> slots.computeIfAbsent(slot.name() + " " + slot.about(), name -> filling.apply(slot)));
    }

    CypherStatement statement() {
        return statement;
    }

    ListRequest listing() {
        return listing;
    }

    /** What the statement takes, with what the list itself needs. */
    Map<String, Object> parameters(Map<String, ?> more) {
        var all = new HashMap<String, Object>(parameters);
        all.putAll(more);
        return all;
    }

    private static Optional<String> walk(CypherStatement.Slot slot, ListRequest listing) {
        if (!listing.orderBy().isEmpty()) {
            return Optional.of("");
        }
        return listing.page().backward() ? Optional.of(slot.usual().replace(",", " DESC,")) : Optional.empty();
    }

    private static List<SortKey> keys(
            CypherStatement statement, ListRequest listing, FilterRegistry filters, FilterCompiler conditions) {
        var usual = Arrays.stream(statement.slot("order").orElseThrow().usual().split(", "))
                .map(SortKey::usual)
                .toList();
        var asked = Stream.<SortKey>of();
        if (!listing.orderBy().isEmpty()) {
            var subject = subject(statement.slot("where").orElseThrow());
            asked = listing.orderBy().stream().map(order -> filters.key(listing, order, subject, conditions));
        }
        return Stream.concat(
                        asked,
                        listing.orderBy().isEmpty()
                                ? usual.stream()
                                : usual.stream().skip(usual.size() - 1L))
                .map(key -> listing.page().backward() ? key.reversed() : key)
                .toList();
    }

    private static FilterTarget subject(CypherStatement.Slot slot) {
        return FilterTarget.of(String.valueOf(slot.about()));
    }

    private static Condition behind(List<SortKey> keys, ListRequest listing, FilterCompiler conditions) {
        var values = values(keys, listing, conditions);
        if (!listing.orderBy().isEmpty()) {
            return values.isEmpty() ? Cypher.isTrue() : SortKey.behind(keys, values);
        }
        if (keys.size() == 1) {
            return keys.get(0).behind(values.get(0));
        }
        return keys.get(0)
                .notBefore(Objects.requireNonNull(values.get(0)))
                // an index over both keys holds only entries that have both
                .and(keys.get(1).expression().gte(Cypher.literalOf("")))
                .and(keys.get(0)
                        // with "behind" instead of "not equal" Cypher looks on both sides of OR, and sorts
                        .expression()
                        .ne(values.get(0))
                        .or(keys.get(1).behind(values.get(1))));
    }

    private static List<@Nullable Expression> values(
            List<SortKey> keys, ListRequest listing, FilterCompiler conditions) {
        var values = new ArrayList<@Nullable Expression>();
        var cursor = listing.page().beside();
        if (cursor != null) {
            var texts = cursor.keys().stream().allMatch(String.class::isInstance);
            if (cursor.keys().size() != keys.size() || listing.orderBy().isEmpty() && !texts) {
                throw ListCursor.of(listing.page().backward() ? "before" : "after", cursor.text());
            }
            cursor.keys().forEach(key -> values.add(key == null ? null : conditions.value(key)));
        } else if (listing.orderBy().isEmpty()) {
            keys.forEach(key -> values.add(conditions.value(listing.page().backward() ? LAST : "")));
        }
        return values;
    }
}
