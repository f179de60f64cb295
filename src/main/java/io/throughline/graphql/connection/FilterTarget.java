package io.throughline.graphql.connection;

import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Expression;
import org.neo4j.cypherdsl.core.SymbolicName;

/**
 * The node, relationship or map that a condition or sort key refers to.
 *
 * @param variable its variable in the statement
 * @param idProperty the property with its id: {@code id} of a node, {@code membershipId} of a shortcut, which otherwise
 *     has the properties of its membership
 * @param isNode whether it is a node, so that its relationships can be followed
 */
public record FilterTarget(String variable, String idProperty, boolean isNode) {

    /** A target whose relationships are not followed. */
    public FilterTarget(String variable, String idProperty) {
        this(variable, idProperty, false);
    }

    /** Parses the notation used in statements: {@code city}, or {@code link.membershipId} if the id property is not {@code id}. */
    public static FilterTarget of(String text) {
        var dot = text.indexOf('.');
        return dot < 0
                ? new FilterTarget(text, "id", true)
                : new FilterTarget(text.substring(0, dot), text.substring(dot + 1));
    }

    /** Its variable. */
    public SymbolicName name() {
        return Cypher.name(variable);
    }

    /** One of its properties. */
    public Expression property(String name) {
        return Cypher.property(variable, name);
    }

    /** Its id. */
    public Expression id() {
        return property(idProperty);
    }
}
