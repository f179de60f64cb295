package io.throughline.infra.cypher;

import java.util.Map;
import org.neo4j.driver.Query;
import org.neo4j.driver.Record;
import org.neo4j.driver.Result;
import org.neo4j.driver.Transaction;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.Value;

/** Runs statements in a transaction that only Spring can end. */
record CurrentTransaction(Transaction transaction) implements TransactionContext {

    @Override
    public Result run(String statement, Value parameters) {
        return transaction.run(statement, parameters);
    }

    @Override
    public Result run(String statement, Map<String, Object> parameters) {
        return transaction.run(statement, parameters);
    }

    @Override
    public Result run(String statement, Record parameters) {
        return transaction.run(statement, parameters);
    }

    @Override
    public Result run(String statement) {
        return transaction.run(statement);
    }

    @Override
    public Result run(Query statement) {
        return transaction.run(statement);
    }
}
