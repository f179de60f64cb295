package io.throughline.graphql.connection;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.neo4j.cypherdsl.core.Condition;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Expression;

/**
 * A key that a list is sorted by.
 *
 * @param nullable whether it can be null
 * @param nullsFirst whether nulls come first
 */
record SortKey(Expression expression, boolean descending, boolean nullable, boolean nullsFirst) {

    /** A property or variable that is never null, ascending. */
    static SortKey of(String text) {
        var dot = text.indexOf('.');
        return new SortKey(
                dot < 0 ? Cypher.name(text) : Cypher.property(text.substring(0, dot), text.substring(dot + 1)),
                false,
                false,
                false);
    }

    /** The same key in the opposite direction. */
    SortKey reversed() {
        return new SortKey(expression, !descending, nullable, !nullsFirst);
    }

    /** The text for ORDER BY. By default Cypher puts nulls last in ascending and first in descending order. */
    String text() {
        var key = FilterCompiler.text(expression) + (descending ? " DESC" : "");
        if (!nullable || nullsFirst == descending) {
            return key;
        }
        return FilterCompiler.text(expression.isNull()) + (nullsFirst ? " DESC, " : ", ") + key;
    }

    /** That an entry comes after this value. */
    Condition after(@Nullable Expression value) {
        if (value == null) {
            return nullsFirst ? expression.isNotNull() : Cypher.isFalse();
        }
        var after = descending ? expression.lt(value) : expression.gt(value);
        return nullable && !nullsFirst ? after.or(expression.isNull()) : after;
    }

    /** That an entry has this value. */
    Condition equal(@Nullable Expression value) {
        return value == null ? expression.isNull() : expression.eq(value);
    }

    /** That an entry has this value or comes after it, which an index can seek. */
    Condition atOrAfter(Expression value) {
        return descending ? expression.lte(value) : expression.gte(value);
    }

    /** That an entry comes after the one with these values, in the order of the keys. */
    static Condition after(List<SortKey> keys, List<? extends @Nullable Expression> values) {
        var after = Cypher.noCondition();
        var equal = Cypher.noCondition();
        for (var i = 0; i < keys.size(); i++) {
            after = after.or(equal.and(keys.get(i).after(values.get(i))));
            equal = equal.and(keys.get(i).equal(values.get(i)));
        }
        return after;
    }
}
