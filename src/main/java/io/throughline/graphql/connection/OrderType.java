package io.throughline.graphql.connection;

import java.util.HashMap;
import java.util.Map;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Expression;

/**
 * What a list can be sorted by. Each module publishes one bean for every order it owns.
 *
 * @param name the input type, e.g. {@code CityOrder}
 * @param keys by the values of {@code by}
 */
public record OrderType(String name, Map<String, Key> keys) {

    /** The same order with the keys that another module adds. */
    OrderType with(OrderType more) {
        var all = new HashMap<>(keys);
        all.putAll(more.keys);
        return new OrderType(name, all);
    }

    /** An expression to sort by; its values are strings, numbers or null. */
    @FunctionalInterface
    public interface Key {

        /**
         * The expression for a target.
         *
         * @param order the input object, for keys with options of their own
         */
        Expression of(FilterTarget target, Map<String, Object> order, FilterCompiler compiler);

        /** Whether it can be null; a key that never is needs a simpler statement. */
        default boolean nullable() {
            return true;
        }

        /** Whether it uses a field of the input object other than {@code by}, {@code direction} and {@code nulls}. */
        default boolean uses(String field) {
            return false;
        }
    }

    /** A property that is a string or a number. */
    public static Key property(String name) {
        return (target, order, compiler) -> target.property(name);
    }

    /** The first possible day of a date, or the last if its start is open. */
    public static Key date(String name) {
        return (target, order, compiler) -> Cypher.raw(
                "toString(coalesce($E, $E))", target.property(name + "Earliest"), target.property(name + "Latest"));
    }
}
