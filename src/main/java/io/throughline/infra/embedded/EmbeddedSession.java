package io.throughline.infra.embedded;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.AccessMode;
import org.neo4j.driver.Bookmark;
import org.neo4j.driver.Query;
import org.neo4j.driver.Result;
import org.neo4j.driver.Session;
import org.neo4j.driver.Transaction;
import org.neo4j.driver.TransactionCallback;
import org.neo4j.driver.TransactionConfig;
import org.neo4j.driver.exceptions.ClientException;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.kernel.api.KernelTransaction;
import org.neo4j.kernel.impl.coreapi.InternalTransaction;
import org.neo4j.values.virtual.MapValue;
import org.springframework.core.retry.RetryTemplate;

/** A session of one thread: one transaction after another. */
final class EmbeddedSession extends StatementRunner implements Session {

    private final EmbeddedDatabase database;
    private final AccessMode mode;
    private final RetryTemplate attempts;
    private boolean isOpen = true;
    private @Nullable EmbeddedTransaction explicit;
    private @Nullable EmbeddedResult autoCommit;

    /** A session that repeats managed transactions as {@code attempts} says. */
    EmbeddedSession(EmbeddedDatabase database, AccessMode mode, RetryTemplate attempts) {
        this.database = database;
        this.mode = mode;
        this.attempts = attempts;
    }

    @Override
    Result run(String statement, MapValue parameters) {
        return run(statement, parameters, TransactionConfig.empty());
    }

    @Override
    public Result run(String statement, TransactionConfig config) {
        return run(statement, MapValue.EMPTY, config);
    }

    @Override
    public Result run(String statement, Map<String, Object> parameters, TransactionConfig config) {
        return run(statement, DatabaseValues.parameters(parameters), config);
    }

    @Override
    public Result run(Query statement, TransactionConfig config) {
        return run(statement.text(), DatabaseValues.parameters(statement.parameters()), config);
    }

    /** Runs a statement in a transaction that is committed with the last row. */
    private Result run(String statement, MapValue parameters, TransactionConfig config) {
        finishLast();
        var transaction = database.begin(KernelTransaction.Type.IMPLICIT, mode, config);
        autoCommit = EmbeddedResult.run(database, transaction, statement, parameters, new ImplicitEnd(transaction));
        return autoCommit;
    }

    @Override
    public Transaction beginTransaction() {
        return beginTransaction(TransactionConfig.empty());
    }

    @Override
    public EmbeddedTransaction beginTransaction(TransactionConfig config) {
        finishLast();
        explicit = new EmbeddedTransaction(database, database.begin(KernelTransaction.Type.EXPLICIT, mode, config));
        return explicit;
    }

    private void finishLast() {
        if (!isOpen) {
            throw new ClientException("This session is closed");
        }
        if (explicit != null && explicit.isOpen()) {
            throw new ClientException("This session has an open transaction");
        }
        if (autoCommit != null) {
            autoCommit.buffer();
        }
    }

    @Override
    public <T> T executeRead(TransactionCallback<T> work, TransactionConfig config) {
        return execute(AccessMode.READ, work, config);
    }

    @Override
    public <T> T executeWrite(TransactionCallback<T> work, TransactionConfig config) {
        return execute(AccessMode.WRITE, work, config);
    }

    private <T> T execute(AccessMode managed, TransactionCallback<T> work, TransactionConfig config) {
        var session = new EmbeddedSession(database, managed, attempts);
        return attempts.invoke(() -> {
            try (var transaction = session.beginTransaction(config)) {
                var outcome = work.execute(transaction);
                if (transaction.isOpen()) {
                    transaction.commit();
                }
                return outcome;
            }
        });
    }

    @Override
    public Set<Bookmark> lastBookmarks() {
        return Set.of();
    }

    @Override
    public boolean isOpen() {
        return isOpen;
    }

    /** Rolls back an open transaction. */
    @Override
    public void close() {
        isOpen = false;
        if (explicit != null) {
            explicit.close();
        }
        if (autoCommit != null) {
            autoCommit.cancel();
        }
    }

    /** Commits a transaction of one statement, or rolls it back. */
    private record ImplicitEnd(InternalTransaction transaction) implements ResultEnd {

        @Override
        public void done() {
            try (transaction) {
                transaction.commit();
            }
        }

        @Override
        public void failed(Neo4jException problem) {
            transaction.close();
        }
    }
}
