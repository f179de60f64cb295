package io.throughline.graphql.connection;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import io.throughline.infra.cypher.CypherStatement;
import io.throughline.infra.cypher.SlotName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.neo4j.cypherdsl.core.Condition;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Expression;

/**
 * The statement of a list with a request filled into its slots; {@link SlotName} says what each is.
 *
 * <p>It passes {@code $limit} (see {@link ListRequest#limit}), {@code $counted} and
 * {@code $membersCounted} (whether the totals are requested), {@code $evidence} (whether the newest evidence is) and
 * {@code $filtered} (whether there is a filter). Columns that are not requested are left out.
 */
final class ListStatement {

    /** Sorts after every string: the last code point. */
    private static final String LAST = Character.toString(Character.MAX_CODE_POINT);

    /** The parameters that switch on columns other than the page, each with the field of the connection that requests it. */
    private static final Map<String, String> COLUMNS =
            Map.of("counted", "totalCount", "membersCounted", "memberCount", "evidence", "newestEvidence");

    /** Without a filter and an order, the filled statement depends only on this. */
    private record Plain(CypherStatement statement, Set<String> left, boolean backward) {}

    private record Filled(CypherStatement statement, List<SortKey> keys) {}

    private static final Map<Plain, Filled> PLAIN = new ConcurrentHashMap<>();

    private final CypherStatement statement;
    private final Map<String, Object> parameters;
    private final ListRequest request;

    private ListStatement(CypherStatement statement, Map<String, Object> parameters, ListRequest request) {
        this.statement = statement;
        this.parameters = parameters;
        this.request = request;
    }

    static ListStatement of(CypherStatement statement, ListRequest request, FilterRegistry filters) {
        var compiler = filters.newCompiler();
        var left = COLUMNS.entrySet().stream()
                .filter(column -> !request.requests(column.getValue()))
                .map(Map.Entry::getKey)
                .collect(toSet());
        var plain = new Plain(statement, left, request.page().backward());
        var filled = request.isPlain() ? PLAIN.get(plain) : null;
        if (filled == null) {
            var keys = keys(statement, request, filters, compiler);
            filled = new Filled(fill(statement.without(left), request, filters, compiler, keys), keys);
            if (request.isPlain()) {
                PLAIN.put(plain, filled);
            }
        } else {
            // again, to collect the parameter values
            after(filled.keys(), request, compiler);
        }
        var parameters = new HashMap<>(compiler.parameters());
        parameters.put("limit", request.limit());
        COLUMNS.keySet().forEach(parameter -> parameters.put(parameter, !left.contains(parameter)));
        parameters.put("filtered", !request.where().isEmpty());
        return new ListStatement(filled.statement(), parameters, request);
    }

    private static CypherStatement fill(
            CypherStatement statement,
            ListRequest request,
            FilterRegistry filters,
            FilterCompiler compiler,
            List<SortKey> keys) {
        var slots = new HashMap<String, Optional<String>>();
        var ofFilter = filters.slots(
                statement,
                request.filter(),
                request.where(),
                request.requests("totalCount") && request.limit() > 0,
                compiler);
        Function<CypherStatement.Slot, Optional<String>> filling = slot -> switch (slot.name()) {
            case AFTER -> Optional.of(FilterCompiler.text(after(keys, request, compiler)));
            case ORDER -> Optional.of(keys.stream().map(SortKey::text).collect(joining(", ")));
            case PREFIX -> prefix(slot, request);
            case KEY ->
                Optional.of(keys.stream()
                        .map(key -> FilterCompiler.text(key.expression()))
                        .collect(joining(", ", "[", "]")));
            default -> ofFilter.flatMap(each -> each.text(slot));
        };
        return statement.with(
                slot -> slots.computeIfAbsent(slot.name().word() + " " + slot.about(), name -> filling.apply(slot)));
    }

    CypherStatement statement() {
        return statement;
    }

    ListRequest request() {
        return request;
    }

    /** The parameters of the statement: those given and those of the list itself. */
    Map<String, Object> parameters(Map<String, ?> more) {
        var all = new HashMap<String, Object>(parameters);
        all.putAll(more);
        return all;
    }

    private static Optional<String> prefix(CypherStatement.Slot slot, ListRequest request) {
        if (!request.orderBy().isEmpty()) {
            return Optional.of("");
        }
        return request.page().backward() ? Optional.of(slot.usual().replace(",", " DESC,")) : Optional.empty();
    }

    private static List<SortKey> keys(
            CypherStatement statement, ListRequest request, FilterRegistry filters, FilterCompiler compiler) {
        var defaults = Arrays.stream(
                        statement.slot(SlotName.ORDER).orElseThrow().usual().split(", "))
                .map(SortKey::of)
                .toList();
        var requested = Stream.<SortKey>of();
        if (!request.orderBy().isEmpty()) {
            var target = target(statement.slot(SlotName.WHERE).orElseThrow());
            requested = request.orderBy().stream().map(order -> filters.key(request, order, target, compiler));
        }
        return Stream.concat(
                        requested,
                        request.orderBy().isEmpty()
                                ? defaults.stream()
                                : defaults.stream().skip(defaults.size() - 1L))
                .map(key -> request.page().backward() ? key.reversed() : key)
                .toList();
    }

    private static FilterTarget target(CypherStatement.Slot slot) {
        return FilterTarget.of(String.valueOf(slot.about()));
    }

    private static Condition after(List<SortKey> keys, ListRequest request, FilterCompiler compiler) {
        var values = values(keys, request, compiler);
        if (!request.orderBy().isEmpty()) {
            return values.isEmpty() ? Cypher.isTrue() : SortKey.after(keys, values);
        }
        if (keys.size() == 1) {
            return keys.get(0).after(values.get(0));
        }
        return keys.get(0)
                .atOrAfter(Objects.requireNonNull(values.get(0)))
                // an index on both keys holds only entries that have both
                .and(keys.get(1).expression().gte(Cypher.literalOf("")))
                .and(keys.get(0)
                        // "after" instead of "not equal" would make Cypher search both sides of OR, and sort
                        .expression()
                        .ne(values.get(0))
                        .or(keys.get(1).after(values.get(1))));
    }

    private static List<@Nullable Expression> values(List<SortKey> keys, ListRequest request, FilterCompiler compiler) {
        var values = new ArrayList<@Nullable Expression>();
        var cursor = request.page().cursor();
        if (cursor != null) {
            var texts = cursor.keys().stream().allMatch(String.class::isInstance);
            if (cursor.keys().size() != keys.size() || request.orderBy().isEmpty() && !texts) {
                throw ListCursor.invalid(request.page().backward() ? "before" : "after", cursor.text());
            }
            cursor.keys().forEach(key -> values.add(key == null ? null : compiler.value(key)));
        } else if (request.orderBy().isEmpty()) {
            keys.forEach(key -> values.add(compiler.value(request.page().backward() ? LAST : "")));
        }
        return values;
    }
}
