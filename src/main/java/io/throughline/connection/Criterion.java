package io.throughline.connection;

import org.jspecify.annotations.Nullable;
import org.neo4j.cypherdsl.core.Condition;

/** What one field of a filter asks. */
@FunctionalInterface
public interface Criterion {

    /**
     * The condition on a subject.
     *
     * @param value what stands beside the field: a map of operators, a filter, or null for "not recorded"
     * @throws BadArgument if the value makes no sense
     */
    Condition on(Subject subject, @Nullable Object value, Conditions conditions);
}
