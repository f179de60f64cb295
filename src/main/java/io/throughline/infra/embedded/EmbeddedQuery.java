package io.throughline.infra.embedded;

import java.util.Map;
import java.util.stream.Collector;
import org.neo4j.driver.AccessMode;
import org.neo4j.driver.Driver;
import org.neo4j.driver.ExecutableQuery;
import org.neo4j.driver.QueryConfig;
import org.neo4j.driver.Record;
import org.neo4j.driver.RoutingControl;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.TransactionCallback;
import org.neo4j.driver.TransactionConfig;

/** A statement that is run in a transaction of its own, again if the database asks for that. */
record EmbeddedQuery(Driver driver, String statement, Map<String, Object> parameters, QueryConfig config)
        implements ExecutableQuery {

    static EmbeddedQuery of(Driver driver, String statement) {
        return new EmbeddedQuery(driver, statement, Map.of(), QueryConfig.defaultConfig());
    }

    @Override
    public ExecutableQuery withParameters(Map<String, Object> values) {
        return new EmbeddedQuery(driver, statement, values, config);
    }

    @Override
    public ExecutableQuery withConfig(QueryConfig other) {
        return new EmbeddedQuery(driver, statement, parameters, other);
    }

    @Override
    public <A, R, T> T execute(Collector<Record, A, R> collector, ResultFinisher<R, T> finisher) {
        var isRead = config.routing() == RoutingControl.READ;
        var session = SessionConfig.builder().withDefaultAccessMode(isRead ? AccessMode.READ : AccessMode.WRITE);
        config.database().ifPresent(session::withDatabase);
        var transaction = TransactionConfig.builder();
        config.timeout().ifPresent(transaction::withTimeout);
        TransactionCallback<T> work = context -> {
            var result = context.run(statement, parameters);
            var collected = result.stream().collect(collector);
            return finisher.finish(result.keys(), collected, result.consume());
        };
        try (var opened = driver.session(session.build())) {
            return isRead
                    ? opened.executeRead(work, transaction.build())
                    : opened.executeWrite(work, transaction.build());
        }
    }
}
