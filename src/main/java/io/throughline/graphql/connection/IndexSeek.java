package io.throughline.graphql.connection;

import java.util.Map;
import java.util.Optional;

/** A shorter way to what a filter asks for than to look at everything. */
@FunctionalInterface
public interface IndexSeek {

    /**
     * The clauses that find at least all that meet the filter, each once, under the subject's variable; empty when this
     * filter gives no such way.
     *
     * @param filter the input type, e.g. {@code CityFilter}
     */
    Optional<String> clauses(String filter, Map<String, Object> where, FilterTarget subject, FilterCompiler conditions);
}
