package io.throughline.graphql.connection;

import java.util.Map;
import java.util.Optional;

/** Finds candidates for a filter through an index instead of scanning everything. */
@FunctionalInterface
public interface IndexSeek {

    /**
     * Clauses that find at least everything that matches the filter, each once, in the target's variable; empty if this
     * index does not help.
     *
     * @param filter the input type, e.g. {@code CityFilter}
     */
    Optional<String> clauses(String filter, Map<String, Object> where, FilterTarget target, FilterCompiler compiler);
}
