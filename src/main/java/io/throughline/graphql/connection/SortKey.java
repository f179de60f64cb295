package io.throughline.graphql.connection;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.neo4j.cypherdsl.core.Condition;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Expression;

/**
 * What a list is sorted by.
 *
 * @param nullable whether entries can lack it
 * @param nullsFirst where those stand
 */
record SortKey(Expression expression, boolean descending, boolean nullable, boolean nullsFirst) {

    /** A key that every entry has. */
    static SortKey usual(String text) {
        var dot = text.indexOf('.');
        return new SortKey(
                dot < 0 ? Cypher.name(text) : Cypher.property(text.substring(0, dot), text.substring(dot + 1)),
                false,
                false,
                false);
    }

    /** The same from the other end. */
    SortKey reversed() {
        return new SortKey(expression, !descending, nullable, !nullsFirst);
    }

    /** As it stands in ORDER BY. Cypher by itself puts nulls last going up and first going down. */
    String text() {
        var key = FilterCompiler.text(expression) + (descending ? " DESC" : "");
        if (!nullable || nullsFirst == descending) {
            return key;
        }
        return FilterCompiler.text(expression.isNull()) + (nullsFirst ? " DESC, " : ", ") + key;
    }

    /** That an entry stands behind the value of another. */
    Condition behind(@Nullable Expression value) {
        if (value == null) {
            return nullsFirst ? expression.isNotNull() : Cypher.isFalse();
        }
        var behind = descending ? expression.lt(value) : expression.gt(value);
        return nullable && !nullsFirst ? behind.or(expression.isNull()) : behind;
    }

    /** That an entry has the same value as another. */
    Condition equal(@Nullable Expression value) {
        return value == null ? expression.isNull() : expression.eq(value);
    }

    /** That an entry stands with or behind the value of another, which is what an index can seek. */
    Condition notBefore(Expression value) {
        return descending ? expression.lte(value) : expression.gte(value);
    }

    /** That an entry stands behind another that has these values, in the order of the keys. */
    static Condition behind(List<SortKey> keys, List<? extends @Nullable Expression> values) {
        var behind = Cypher.noCondition();
        var equal = Cypher.noCondition();
        for (var i = 0; i < keys.size(); i++) {
            behind = behind.or(equal.and(keys.get(i).behind(values.get(i))));
            equal = equal.and(keys.get(i).equal(values.get(i)));
        }
        return behind;
    }
}
