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
 * Compiles the filters of one statement into Cypher conditions. Values from callers become parameters, never text; all
 * text comes from a {@link FilterType}.
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

    /** The values seen so far, by parameter name. */
    Map<String, Object> parameters() {
        return parameters;
    }

    /** Adds a value from the caller as a parameter. */
    public Expression value(Object value) {
        var name = "where" + parameters.size();
        parameters.put(name, value);
        return Cypher.parameter(name);
    }

    /** A node with a variable that is unique in the statement. */
    public FilterTarget newTarget(String prefix) {
        return new FilterTarget(prefix + ++variables, "id", true);
    }

    /**
     * The condition for a filter; an empty filter always matches.
     *
     * @param type the input type, e.g. {@code CityFilter}
     * @throws InvalidArgumentException if the filter exceeds a limit
     */
    public Condition filter(String type, FilterTarget target, Map<String, ?> where) {
        if (++count > limits.filters()) {
            throw InvalidArgumentException.overLimit(
                    "filters",
                    "where",
                    "made of at least %d filters".formatted(count),
                    "at most %d; to match one of many ids use \"in\", or split the request".formatted(limits.filters()),
                    limits.filters(),
                    count);
        }
        if (++depth > limits.filterDepth()) {
            throw InvalidArgumentException.overLimit(
                    "filter-depth",
                    "where",
                    "nested at least %d levels deep".formatted(depth),
                    "at most %d levels; fields of one filter are combined without \"and\""
                            .formatted(limits.filterDepth()),
                    limits.filterDepth(),
                    depth);
        }
        var all = Cypher.noCondition();
        for (var field : where.entrySet()) {
            all = all.and(field(type, target, field.getKey(), field.getValue()));
        }
        depth--;
        return where.isEmpty() ? Cypher.isTrue() : all;
    }

    private Condition field(String type, FilterTarget target, String field, @Nullable Object value) {
        if (value == null && Set.of("and", "or", "not").contains(field)) {
            throw nullNotAllowed(field);
        }
        return switch (field) {
            case "and" ->
                filters(value).stream()
                        .map(each -> filter(type, target, each))
                        .reduce(Condition::and)
                        .orElse(Cypher.isTrue());
            // an empty "or" matches nothing
            case "or" ->
                filters(value).stream()
                        .map(each -> filter(type, target, each))
                        .reduce(Condition::or)
                        .orElse(Cypher.isFalse());
            case "not" -> filter(type, target, map(value)).not();
            default -> criterion(type, field).on(target, value, this);
        };
    }

    private FilterCriterion criterion(String type, String field) {
        var criterion =
                types.get(type) == null ? null : types.get(type).criteria().get(field);
        if (criterion == null) {
            throw new IllegalStateException("No criterion is registered for %s.%s".formatted(type, field));
        }
        return criterion;
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> filters(@Nullable Object value) {
        return value == null ? List.of() : (List<Map<String, Object>>) value;
    }

    /** Renders an expression as Cypher text. */
    public static String text(Expression expression) {
        return Renderer.getDefaultRenderer()
                .render(Cypher.returning(expression).build())
                .substring("RETURN ".length());
    }

    /**
     * The value of a field that is always recorded, so that null has no meaning.
     *
     * @throws InvalidArgumentException if the value is null
     */
    public static Object given(String field, @Nullable Object value) {
        if (value == null) {
            throw nullNotAllowed(field);
        }
        return value;
    }

    private static InvalidArgumentException nullNotAllowed(String field) {
        return new InvalidArgumentException(
                field,
                null,
                "a value; null matches a property or related entity that is not recorded, and has no meaning here");
    }

    /** A required field of an input object. */
    public static Object required(@Nullable Object value, String field) {
        return Objects.requireNonNull(map(value).get(field));
    }

    /** The fields of an input object; empty for null. */
    @SuppressWarnings("unchecked")
    public static Map<String, Object> map(@Nullable Object value) {
        return value == null ? Map.of() : (Map<String, Object>) value;
    }
}
