package io.throughline.graphql.connection;

import org.jspecify.annotations.Nullable;
import org.neo4j.cypherdsl.core.Condition;

/** What one field of a filter tests. */
@FunctionalInterface
public interface FilterCriterion {

    /**
     * The condition on a target.
     *
     * @param value the value of the field: a map of operators, a filter, or null for "not recorded"
     * @throws InvalidArgumentException if the value is invalid
     */
    Condition on(FilterTarget target, @Nullable Object value, FilterCompiler compiler);
}
