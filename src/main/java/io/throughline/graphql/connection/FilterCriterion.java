package io.throughline.graphql.connection;

import org.jspecify.annotations.Nullable;
import org.neo4j.cypherdsl.core.Condition;

/** What one field of a filter asks. */
@FunctionalInterface
public interface FilterCriterion {

    /**
     * The condition on a subject.
     *
     * @param value what stands beside the field: a map of operators, a filter, or null for "not recorded"
     * @throws InvalidArgumentException if the value makes no sense
     */
    Condition on(FilterTarget subject, @Nullable Object value, FilterCompiler conditions);
}
