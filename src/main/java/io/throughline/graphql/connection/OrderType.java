package io.throughline.graphql.connection;

import java.util.HashMap;
import java.util.Map;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Expression;

/**
 * What a list can be sorted by. Each feature publishes one as a bean for every order it owns.
 *
 * @param name the input type, e.g. {@code CityOrder}
 * @param keys by the words of its {@code by}
 */
public record OrderType(String name, Map<String, Key> keys) {

    /** The same with the words that another feature adds. */
    OrderType with(OrderType more) {
        var all = new HashMap<>(keys);
        all.putAll(more.keys);
        return new OrderType(name, all);
    }

    /** An expression to sort by; its values are texts, numbers or null. */
    @FunctionalInterface
    public interface Key {

        /**
         * The expression for a subject.
         *
         * @param order the input object, for keys that take more than a direction
         */
        Expression of(FilterTarget subject, Map<String, Object> order, FilterCompiler conditions);

        /** Whether an entry can lack it; what never does is worked out less often. */
        default boolean nullable() {
            return true;
        }

        /** Whether it heeds a field of the input object beside {@code by}, {@code direction} and {@code nulls}. */
        default boolean takes(String field) {
            return false;
        }
    }

    /** A property that is a text or a number. */
    public static Key property(String name) {
        return (subject, order, conditions) -> subject.property(name);
    }

    /** The first day that a date can mean, or the last where it is open to the past. */
    public static Key date(String name) {
        return (subject, order, conditions) -> Cypher.raw(
                "toString(coalesce($E, $E))", subject.property(name + "Earliest"), subject.property(name + "Latest"));
    }
}
