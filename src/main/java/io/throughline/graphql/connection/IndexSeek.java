package io.throughline.graphql.connection;

import java.util.Map;
import java.util.Optional;

/** Finds candidates for a filter through an index instead of scanning everything. */
@FunctionalInterface
public interface IndexSeek {

    /**
     * What an index finds for a filter.
     *
     * @param clauses find at least everything that matches, each once, in the target's variable
     * @param rest the part of the filter that the clauses do not check
     */
    record Candidates(String clauses, Map<String, Object> rest) {}

    /**
     * The candidates for a filter; empty if this index does not help.
     *
     * @param filter the input type, e.g. {@code CityFilter}
     */
    Optional<Candidates> candidates(
            String filter, Map<String, Object> where, FilterTarget target, FilterCompiler compiler);
}
