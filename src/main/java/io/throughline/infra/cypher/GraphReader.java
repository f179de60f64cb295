package io.throughline.infra.cypher;

import io.throughline.infra.limit.RequestLimits;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.neo4j.driver.Record;
import org.neo4j.driver.exceptions.Neo4jException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Runs read statements; the only way from a feature to the database. At log level {@code debug} it names each statement
 * it runs.
 */
@Component
public class GraphReader {

    private static final Logger log = LoggerFactory.getLogger(GraphReader.class);

    private final AutoCommitReader reads;
    private final Duration longest;

    GraphReader(AutoCommitReader reads, RequestLimits limits) {
        this.reads = reads;
        this.longest = limits.time();
    }

    /**
     * All rows, in the order the statement gives them. The database ends a statement that is not done by the
     * {@link RequestDeadline} of its request.
     *
     * @throws TimeLimitExceededException if it was ended so, or if that time was over before
     */
    public <T> List<T> list(CypherStatement statement, Map<String, Object> parameters, Function<Record, T> row) {
        var deadline = RequestDeadline.ofThisThread(longest);
        if (deadline.isOver()) {
            throw deadline.exceeded();
        }
        log.debug("{}", statement.file());
        try {
            return reads.records(statement, parameters, deadline).stream()
                    .map(row)
                    .toList();
        } catch (Neo4jException e) {
            if (deadline.isOver() || e.code().contains("TransactionTimedOut")) {
                throw deadline.exceeded();
            }
            throw e;
        }
    }

    /** The only row, or none. */
    public <T> Optional<T> one(CypherStatement statement, Map<String, Object> parameters, Function<Record, T> row) {
        return list(statement, parameters, row).stream().findFirst();
    }
}
