package io.throughline.graphql.connection;

import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Expression;
import org.neo4j.cypherdsl.core.SymbolicName;

/**
 * What a condition or a sort key of a statement is about.
 *
 * @param variable the variable that stands for it
 * @param idProperty the property that holds its id: {@code id} of a node, {@code membershipId} of a shortcut, which
 *     otherwise has the properties of its membership
 */
public record FilterTarget(String variable, String idProperty) {

    /** Reads how a statement writes it: {@code city}, or {@code link.membershipId} where the id is not called id. */
    static FilterTarget of(String text) {
        var dot = text.indexOf('.');
        return dot < 0
                ? new FilterTarget(text, "id")
                : new FilterTarget(text.substring(0, dot), text.substring(dot + 1));
    }

    /** The variable. */
    public SymbolicName name() {
        return Cypher.name(variable);
    }

    /** A property of it. */
    public Expression property(String name) {
        return Cypher.property(variable, name);
    }

    /** Its id. */
    public Expression id() {
        return property(idProperty);
    }
}
