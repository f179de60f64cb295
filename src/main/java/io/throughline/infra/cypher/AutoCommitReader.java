package io.throughline.infra.cypher;

import java.util.List;
import java.util.Map;
import org.neo4j.driver.Driver;
import org.neo4j.driver.QueryConfig;
import org.neo4j.driver.Record;
import org.neo4j.driver.RoutingControl;
import org.neo4j.driver.TransactionConfig;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.RetryableException;
import org.springframework.stereotype.Component;

/**
 * Runs single read statements in one round trip. {@link Driver#executableQuery}, with {@code BEGIN} and {@code COMMIT} around
 * it, takes a quarter longer for a short statement; it is used only to retry.
 */
@Component
class AutoCommitReader {

    private final Driver driver;
    private final ReadSessions sessions;

    AutoCommitReader(Driver driver, ReadSessions sessions) {
        this.driver = driver;
        this.sessions = sessions;
    }

    /** All records, in the order of the statement; the database ends the statement at the deadline. */
    List<Record> records(CypherStatement statement, Map<String, Object> parameters, RequestDeadline deadline) {
        try (var read = sessions.open()) {
            return read.run(
                            statement.text(),
                            parameters,
                            TransactionConfig.builder()
                                    .withTimeout(deadline.left())
                                    .build())
                    .list();
        } catch (Neo4jException e) {
            if (e instanceof RetryableException) {
                return retry(statement, parameters, deadline);
            }
            throw e;
        }
    }

    /** Runs the statement again, as often as the driver sees fit, e.g. when a server of a cluster is gone. */
    private List<Record> retry(CypherStatement statement, Map<String, Object> parameters, RequestDeadline deadline) {
        return driver.executableQuery(statement.text())
                .withParameters(parameters)
                .withConfig(QueryConfig.builder()
                        .withRouting(RoutingControl.READ)
                        .withDatabase(sessions.database())
                        .withTimeout(deadline.left())
                        .build())
                .execute()
                .records();
    }
}
