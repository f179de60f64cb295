package io.throughline.infra.cypher;

import java.io.IOException;
import java.util.Map;
import org.neo4j.driver.Record;
import org.neo4j.driver.TransactionConfig;
import org.neo4j.driver.exceptions.Neo4jException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Runs read statements whose rows are too many for a list. More rows are fetched from the database only when the previous ones
 * have been processed, so neither side holds more than a few thousand.
 */
@Component
public class GraphStream {

    // one logger for all read statements
    private static final Logger log = LoggerFactory.getLogger(GraphReader.class);

    /** Processes rows one after another. */
    @FunctionalInterface
    public interface Rows {
        void take(Record row) throws IOException;
    }

    private final ReadSessions sessions;

    GraphStream(ReadSessions sessions) {
        this.sessions = sessions;
    }

    /**
     * Passes on all rows, in the order of the statement. If {@code rows} throws an exception, the statement is ended.
     *
     * @throws IOException if {@code rows} throws one
     * @throws TimeLimitExceededException if the statement is not done by the deadline
     */
    public void each(CypherStatement statement, Map<String, Object> parameters, RequestDeadline deadline, Rows rows)
            throws IOException {
        log.debug("{}", statement.file());
        try (var read = sessions.open()) {
            var found = read.run(
                    statement.text(),
                    parameters,
                    TransactionConfig.builder().withTimeout(deadline.left()).build());
            while (found.hasNext()) {
                if (deadline.isOver()) {
                    throw deadline.exceeded();
                }
                rows.take(found.next());
            }
        } catch (Neo4jException e) {
            if (deadline.isOver() || e.code().contains("TransactionTimedOut")) {
                throw deadline.exceeded();
            }
            throw e;
        }
    }
}
