package io.throughline.graphql.connection;

import io.throughline.infra.limit.RequestLimits;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.neo4j.cypherdsl.core.Condition;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Expression;
import org.neo4j.cypherdsl.core.renderer.Renderer;

/**
 * Turns the filters of one statement into conditions in Cypher. What callers give becomes parameters, never text; what
 * becomes text comes from a {@link FilterType}.
 */
public final class FilterCompiler {

    private final Map<String, FilterType> types;
    private final RequestLimits limits;
    private final Map<String, Object> parameters = new LinkedHashMap<>();
    private int variables;
    private int depth;
    private int count;

    FilterCompiler(Map<String, FilterType> types, RequestLimits limits) {
        this.types = types;
        this.limits = limits;
    }

    /** The values met so far, by the name of their parameter. */
    Map<String, Object> parameters() {
        return parameters;
    }

    /** A value of the caller. */
    public Expression value(Object value) {
        var name = "where" + parameters.size();
        parameters.put(name, value);
        return Cypher.parameter(name);
    }

    /** A node under a variable that no other part of the statement has. */
    public FilterTarget subject(String word) {
        return new FilterTarget(word + ++variables, "id");
    }

    /**
     * That a filter holds; an empty one always does.
     *
     * @param type the input type, e.g. {@code CityFilter}
     * @throws InvalidArgumentException beyond the limits of filters
     */
    public Condition filter(String type, FilterTarget subject, Map<String, ?> where) {
        if (++count > limits.filters()) {
            throw InvalidArgumentException.beyond(
                    "filters",
                    "where",
                    "made of %d filters, counted up to here".formatted(count),
                    "at most %d: for one of many ids use \"in\", or ask in several requests"
                            .formatted(limits.filters()),
                    limits.filters(),
                    count);
        }
        if (++depth > limits.filterDepth()) {
            throw InvalidArgumentException.beyond(
                    "filter-depth",
                    "where",
                    "made of filters %d levels deep, counted up to here".formatted(depth),
                    "at most %d levels: fields side by side need no \"and\"".formatted(limits.filterDepth()),
                    limits.filterDepth(),
                    depth);
        }
        var all = Cypher.noCondition();
        for (var field : where.entrySet()) {
            all = all.and(field(type, subject, field.getKey(), field.getValue()));
        }
        depth--;
        return where.isEmpty() ? Cypher.isTrue() : all;
    }

    private Condition field(String type, FilterTarget subject, String field, @Nullable Object value) {
        if (value == null && Set.of("and", "or", "not").contains(field)) {
            throw needed(field);
        }
        return switch (field) {
            case "and" ->
                filters(value).stream()
                        .map(each -> filter(type, subject, each))
                        .reduce(Condition::and)
                        .orElse(Cypher.isTrue());
            // one of none never holds
            case "or" ->
                filters(value).stream()
                        .map(each -> filter(type, subject, each))
                        .reduce(Condition::or)
                        .orElse(Cypher.isFalse());
            case "not" -> filter(type, subject, map(value)).not();
            default -> criterion(type, field).on(subject, value, this);
        };
    }

    private FilterCriterion criterion(String type, String field) {
        var criterion =
                types.get(type) == null ? null : types.get(type).criteria().get(field);
        if (criterion == null) {
            throw new IllegalStateException("No code for %s.%s".formatted(type, field));
        }
        return criterion;
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> filters(@Nullable Object value) {
        return value == null ? List.of() : (List<Map<String, Object>>) value;
    }

    /** An expression as it stands in a statement. */
    public static String text(Expression expression) {
        return Renderer.getDefaultRenderer()
                .render(Cypher.returning(expression).build())
                .substring("RETURN ".length());
    }

    /**
     * What stands beside a field that cannot be missing, so that null asks for nothing.
     *
     * @throws InvalidArgumentException for null
     */
    public static Object given(String field, @Nullable Object value) {
        if (value == null) {
            throw needed(field);
        }
        return value;
    }

    private static InvalidArgumentException needed(String field) {
        return new InvalidArgumentException(
                field,
                null,
                "a value: null asks for a property or neighbour that is not recorded, and has no meaning here");
    }

    /** A field of an input object that the schema requires. */
    public static Object required(@Nullable Object value, String field) {
        return Objects.requireNonNull(map(value).get(field));
    }

    /** The fields of an input object; none for null. */
    @SuppressWarnings("unchecked")
    public static Map<String, Object> map(@Nullable Object value) {
        return value == null ? Map.of() : (Map<String, Object>) value;
    }
}
