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
 * Runs read statements; features read the database only through this class. At log level {@code debug} it logs the name of each
 * statement it runs, at {@code trace} also the statement with its slots filled.
 */
@Component
public class GraphReader {

    private static final Logger log = LoggerFactory.getLogger(GraphReader.class);

    private final AutoCommitReader reader;
    private final Duration timeLimit;

    GraphReader(AutoCommitReader reader, RequestLimits limits) {
        this.reader = reader;
        this.timeLimit = limits.time();
    }

    /**
     * All rows, in the order of the statement. The database ends a statement that is not done by the
     * {@link RequestDeadline} of its request.
     *
     * @throws TimeLimitExceededException if the deadline passed before or while the statement ran
     */
    public <T> List<T> list(CypherStatement statement, Map<String, Object> parameters, Function<Record, T> row) {
        var deadline = RequestDeadline.ofThisThread(timeLimit);
        if (deadline.isOver()) {
            throw deadline.exceeded();
        }
        log.debug("{}", statement.file());
        log.trace("{}:\n{}", statement.file(), statement.text());
        try {
            return reader.records(statement, parameters, deadline).stream()
                    .map(row)
                    .toList();
        } catch (Neo4jException e) {
            if (deadline.isOver() || e.code().contains("TransactionTimedOut")) {
                throw deadline.exceeded();
            }
            throw e;
        }
    }

    /** The first row, if there is one. */
    public <T> Optional<T> one(CypherStatement statement, Map<String, Object> parameters, Function<Record, T> row) {
        return list(statement, parameters, row).stream().findFirst();
    }
}
