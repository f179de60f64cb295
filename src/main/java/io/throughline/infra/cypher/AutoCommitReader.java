package io.throughline.infra.cypher;

import java.util.List;
import java.util.Map;
import org.neo4j.driver.AccessMode;
import org.neo4j.driver.Driver;
import org.neo4j.driver.QueryConfig;
import org.neo4j.driver.Record;
import org.neo4j.driver.RoutingControl;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.TransactionConfig;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.RetryableException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Runs single read statements in one round trip. With {@code BEGIN} and {@code COMMIT} around it, as in
 * {@link Driver#executableQuery}, a short statement takes twice as long; that is used only to retry.
 */
@Component
class AutoCommitReader {

    private final Driver driver;
    private final String database;
    private final SessionConfig session;

    AutoCommitReader(Driver driver, @Value("${spring.data.neo4j.database}") String database) {
        this.driver = driver;
        this.database = database;
        this.session = SessionConfig.builder()
                .withDatabase(database)
                .withDefaultAccessMode(AccessMode.READ)
                // sees what GraphWriter has written, on a cluster too
                .withBookmarkManager(driver.executableQueryBookmarkManager())
                .build();
    }

    /** All records, in the order of the statement; the database ends the statement at the deadline. */
    List<Record> records(CypherStatement statement, Map<String, Object> parameters, RequestDeadline deadline) {
        try (var read = driver.session(session)) {
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
                        .withDatabase(database)
                        .withTimeout(deadline.left())
                        .build())
                .execute()
                .records();
    }
}
