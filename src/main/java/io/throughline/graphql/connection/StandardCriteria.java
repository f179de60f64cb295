package io.throughline.graphql.connection;

import io.throughline.reference.date.PartialDate;
import io.throughline.reference.name.NameKey;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.neo4j.cypherdsl.core.Condition;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Expression;

/**
 * The criteria that filters are made of. Null beside a field asks for what is not recorded; what is not recorded meets
 * no other condition and no {@code not} of one.
 */
public final class StandardCriteria {

    private StandardCriteria() {}

    /** A property, compared as it is written: a text, a number, a word of an enum. */
    public static FilterCriterion property(String name) {
        return (subject, value, conditions) -> compared(subject.property(name), value, conditions);
    }

    /** The id. */
    public static FilterCriterion id() {
        return (subject, value, conditions) -> compared(subject.id(), value, conditions);
    }

    /** An expression over the subject, compared like a property. */
    public static FilterCriterion expression(Function<FilterTarget, Expression> of) {
        return (subject, value, conditions) -> compared(of.apply(subject), value, conditions);
    }

    /** The name, whatever its case and accents. */
    public static FilterCriterion name() {
        return (subject, value, conditions) -> {
            if (value == null) {
                return subject.property("nameKey").isNull();
            }
            var all = Cypher.noCondition();
            for (var operator : FilterCompiler.map(value).entrySet()) {
                all = all.and(named(subject, operator.getKey(), operator.getValue(), conditions));
            }
            return FilterCompiler.map(value).isEmpty() ? Cypher.isTrue() : all;
        };
    }

    private static Condition named(
            FilterTarget subject, String operator, @Nullable Object value, FilterCompiler conditions) {
        if (value instanceof List<?> names) {
            return names.stream()
                    .map(name -> named(subject, "eq", name, conditions))
                    .reduce(Condition::or)
                    .orElse(Cypher.isFalse());
        }
        var forms = NameKey.of(text(operator, value)).forms();
        if (forms.isEmpty()) {
            // nothing is called by punctuation; every name contains nothing
            return text(operator, value).isEmpty() && !operator.equals("eq") ? Cypher.isTrue() : Cypher.isFalse();
        }
        return forms.stream()
                .map(conditions::value)
                .flatMap(form -> Stream.of("nameKey", "nameSpelled")
                        .map(property -> compared(subject.property(property), operator, form)))
                .reduce(Condition::or)
                .orElseThrow();
    }

    /**
     * A date with its own precision: {@code eq} as it is written, {@code gte} when it is surely not before, {@code lt}
     * when it is surely before the first day of the one given.
     */
    public static FilterCriterion date(String name) {
        return (subject, value, conditions) -> {
            if (value == null) {
                return subject.property(name).isNull();
            }
            var all = Cypher.noCondition();
            for (var operator : FilterCompiler.map(value).entrySet()) {
                if (!(operator.getValue() instanceof PartialDate date)) {
                    throw noValue(operator.getKey());
                }
                all = all.and(
                        switch (operator.getKey()) {
                            case "eq" -> subject.property(name).eq(conditions.value(date.text()));
                            case "gte" ->
                                subject.property(name + "Earliest")
                                        .gte(conditions.value(firstDay(operator.getKey(), date)));
                            case "lt" ->
                                subject.property(name + "Latest")
                                        .lt(conditions.value(firstDay(operator.getKey(), date)));
                            default -> throw new IllegalStateException("No code for " + operator.getKey());
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
     * What it is related to, by a filter on that.
     *
     * @param copiedId the property that holds the id of the other, or a list of ids, one of which has to do
     */
    public static FilterCriterion neighbour(String copiedId, String filter) {
        return (subject, value, conditions) -> {
            var copied = subject.property(copiedId);
            if (value == null) {
                return copied.isNull();
            }
            var where = FilterCompiler.map(value);
            if (!copiedId.endsWith("Ids") && where.keySet().equals(Set.of("id"))) {
                return compared(copied, where.get("id"), conditions);
            }
            var other = conditions.subject("other");
            return Cypher.raw(
                            copiedId.endsWith("Ids")
                                    ? "CASE WHEN $E IS NOT NULL THEN EXISTS { MATCH ($E:Entity) WHERE $E IN $E AND $E } END"
                                    : "CASE WHEN $E IS NOT NULL THEN EXISTS { MATCH ($E:Entity) WHERE $E = $E AND $E } END",
                            copied,
                            other.name(),
                            other.id(),
                            copied,
                            conditions.filter(filter, other, where))
                    .asCondition();
        };
    }

    /** That an expression meets all operators of a map such as {@code {gte: 3, lt: 5}}; null means it is not recorded. */
    public static Condition compared(Expression expression, @Nullable Object operators, FilterCompiler conditions) {
        if (operators == null) {
            return expression.isNull();
        }
        var all = Cypher.noCondition();
        for (var operator : FilterCompiler.map(operators).entrySet()) {
            if (operator.getValue() == null) {
                throw noValue(operator.getKey());
            }
            all = all.and(compared(expression, operator.getKey(), conditions.value(operator.getValue())));
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
            default -> throw new IllegalStateException("No code for the operator " + operator);
        };
    }

    private static String text(String operator, @Nullable Object value) {
        if (value == null) {
            throw noValue(operator);
        }
        return value.toString();
    }

    private static InvalidArgumentException noValue(String operator) {
        return new InvalidArgumentException(
                operator,
                null,
                "a value; for what is not recorded give null in place of the operators, as in {population: null}");
    }
}
