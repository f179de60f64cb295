package io.throughline.graphql.connection;

import io.throughline.reference.date.PartialDate;
import io.throughline.reference.name.NameKey;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.neo4j.cypherdsl.core.Condition;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Expression;

/**
 * The criteria that filters are built from. A null value matches entries whose value is not recorded; a value that is not
 * recorded satisfies neither another condition nor its negation.
 */
public final class StandardCriteria {

    private StandardCriteria() {}

    /** A property, compared as stored: a string, a number or an enum value. */
    public static FilterCriterion property(String name) {
        return (target, value, compiler) -> compared(target.property(name), value, compiler);
    }

    /** The id of the target. */
    public static FilterCriterion id() {
        return (target, value, compiler) -> compared(target.id(), value, compiler);
    }

    /** An expression on the target, compared like a property. */
    public static FilterCriterion expression(Function<FilterTarget, Expression> of) {
        return (target, value, compiler) -> compared(of.apply(target), value, compiler);
    }

    /** The name, ignoring case and accents. */
    public static FilterCriterion name() {
        return (target, value, compiler) -> {
            if (value == null) {
                return target.property("nameKey").isNull();
            }
            var all = Cypher.noCondition();
            for (var operator : FilterCompiler.map(value).entrySet()) {
                all = all.and(named(target, operator.getKey(), operator.getValue(), compiler));
            }
            return FilterCompiler.map(value).isEmpty() ? Cypher.isTrue() : all;
        };
    }

    private static Condition named(
            FilterTarget target, String operator, @Nullable Object value, FilterCompiler compiler) {
        var names = value instanceof List<?> list ? list : List.of(text(operator, value));
        if (names.equals(List.of("")) && !operator.equals("eq")) {
            return Cypher.isTrue();
        }
        var forms = compiler.value(names.stream()
                .flatMap(name -> NameKey.of(name.toString()).forms().stream())
                .distinct()
                .toList());
        var key = target.property("nameKey");
        // the same as the key if there is no other spelling, so that the negation is not unknown
        var spelled = Cypher.coalesce(target.property("nameSpelled"), key);
        if (operator.equals("eq") || operator.equals("in")) {
            return key.in(forms).or(spelled.in(forms));
        }
        var form = compiler.newTarget("form").name();
        return Cypher.any(form)
                .in(forms)
                .where(compared(key, operator, form).or(compared(spelled, operator, form)))
                .asCondition();
    }

    /**
     * A date of any precision: {@code eq} compares the text, {@code gte} matches if it is certainly not before the first day
     * of the given date, {@code lt} if it is certainly before that day.
     */
    public static FilterCriterion date(String name) {
        return (target, value, compiler) -> {
            if (value == null) {
                return target.property(name).isNull();
            }
            var all = Cypher.noCondition();
            for (var operator : FilterCompiler.map(value).entrySet()) {
                if (!(operator.getValue() instanceof PartialDate date)) {
                    throw nullOperand(operator.getKey());
                }
                all = all.and(
                        switch (operator.getKey()) {
                            case "eq" -> target.property(name).eq(compiler.value(date.text()));
                            case "gte" ->
                                target.property(name + "Earliest")
                                        .gte(compiler.value(firstDay(operator.getKey(), date)));
                            case "lt" ->
                                target.property(name + "Latest").lt(compiler.value(firstDay(operator.getKey(), date)));
                            default -> throw new IllegalStateException("Unknown operator " + operator.getKey());
                        });
            }
            return FilterCompiler.map(value).isEmpty() ? Cypher.isTrue() : all;
        };
    }

    private static LocalDate firstDay(String operator, PartialDate date) {
        if (date.earliest() == null) {
            throw new InvalidArgumentException(
                    operator, date.text(), "a date with a first day, such as 2021 or 2021-10");
        }
        return date.earliest();
    }

    /**
     * A related entity, matched by a filter on it.
     *
     * @param copiedId the property with the id of the related entity, or a list of ids of which one must match
     */
    public static FilterCriterion neighbour(String copiedId, String filter) {
        return (target, value, compiler) -> {
            var copied = target.property(copiedId);
            if (value == null) {
                return copied.isNull();
            }
            var where = FilterCompiler.map(value);
            if (!copiedId.endsWith("Ids") && where.keySet().equals(Set.of("id"))) {
                return compared(copied, where.get("id"), compiler);
            }
            var other = compiler.newTarget("other");
            return Cypher.raw(
                            copiedId.endsWith("Ids")
                                    ? "CASE WHEN $E IS NOT NULL THEN EXISTS { MATCH ($E:Entity) WHERE $E IN $E AND $E } END"
                                    : "CASE WHEN $E IS NOT NULL THEN EXISTS { MATCH ($E:Entity) WHERE $E = $E AND $E } END",
                            copied,
                            other.name(),
                            other.id(),
                            copied,
                            compiler.filter(filter, other, where))
                    .asCondition();
        };
    }

    /**
     * A related entity that is always recorded. It is reached by a relationship, which is faster than looking up its id, if
     * the target is a node.
     *
     * @param relationship the type of the relationship from the target to the related entity
     */
    public static FilterCriterion neighbour(String copiedId, String filter, String relationship) {
        var byId = neighbour(copiedId, filter);
        var pattern = "EXISTS { MATCH ($E)-[:%s]->($E:Entity) WHERE $E }".formatted(relationship);
        return (target, value, compiler) -> {
            var where = FilterCompiler.map(value);
            if (value == null || !target.isNode() || where.keySet().equals(Set.of("id"))) {
                return byId.on(target, value, compiler);
            }
            var other = compiler.newTarget("other");
            return Cypher.raw(pattern, target.name(), other.name(), compiler.filter(filter, other, where))
                    .asCondition();
        };
    }

    /**
     * Related entities in a one-to-many relation: {@code some} matches what has one that meets a filter, {@code none} what has
     * not.
     *
     * @param field the field of the filter, for errors
     * @param filter on each related entity
     * @param exists Cypher that takes the target, the related entity and its condition as {@code $E}
     */
    public static FilterCriterion someOrNone(String field, String filter, String exists) {
        return (target, value, compiler) -> {
            var all = Cypher.noCondition();
            for (var quantifier :
                    FilterCompiler.map(FilterCompiler.given(field, value)).entrySet()) {
                var related = compiler.newTarget("related");
                var where = FilterCompiler.map(FilterCompiler.given(quantifier.getKey(), quantifier.getValue()));
                var some = Cypher.raw(exists, target.name(), related.name(), compiler.filter(filter, related, where))
                        .asCondition();
                all = all.and(quantifier.getKey().equals("none") ? some.not() : some);
            }
            return FilterCompiler.map(value).isEmpty() ? Cypher.isTrue() : all;
        };
    }

    /** A source with a claim for the target. */
    public static FilterCriterion source() {
        return (target, value, compiler) -> {
            var source = compiler.newTarget("source");
            return Cypher.raw(
                            "EXISTS { MATCH (:Entity {id: $E})<-[:SUPPORTS]-(:Claim)-[:STATED_IN]->($E:Source) WHERE $E }",
                            target.id(),
                            source.name(),
                            compiler.filter(
                                    "SourceFilter", source, FilterCompiler.map(FilterCompiler.given("source", value))))
                    .asCondition();
        };
    }

    /** That an expression satisfies all operators of a map such as {@code {gte: 3, lt: 5}}; null matches if it is not recorded. */
    public static Condition compared(Expression expression, @Nullable Object operators, FilterCompiler compiler) {
        if (operators == null) {
            return expression.isNull();
        }
        var all = Cypher.noCondition();
        for (var operator : FilterCompiler.map(operators).entrySet()) {
            if (operator.getValue() == null) {
                throw nullOperand(operator.getKey());
            }
            all = all.and(compared(expression, operator.getKey(), compiler.value(operator.getValue())));
        }
        return FilterCompiler.map(operators).isEmpty() ? Cypher.isTrue() : all;
    }

    private static Condition compared(Expression expression, String operator, Expression value) {
        return switch (operator) {
            case "eq" -> expression.eq(value);
            case "in" -> expression.in(value);
            case "contains" -> expression.contains(value);
            case "startsWith" -> expression.startsWith(value);
            case "gt" -> expression.gt(value);
            case "gte" -> expression.gte(value);
            case "lt" -> expression.lt(value);
            case "lte" -> expression.lte(value);
            default -> throw new IllegalStateException("Unknown operator " + operator);
        };
    }

    private static String text(String operator, @Nullable Object value) {
        if (value == null) {
            throw nullOperand(operator);
        }
        return value.toString();
    }

    private static InvalidArgumentException nullOperand(String operator) {
        return new InvalidArgumentException(
                operator,
                null,
                "a value; to match entries without one, use null instead of the operators, as in {population: null}");
    }
}
