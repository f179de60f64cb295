package io.throughline.infra.embedded;

import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Result;
import org.neo4j.driver.Transaction;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.exceptions.ClientException;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.TransactionTerminatedException;
import org.neo4j.kernel.impl.coreapi.InternalTransaction;
import org.neo4j.values.virtual.MapValue;

/**
 * A transaction of one thread. Each statement is done before the next begins. After one that fails, as over Bolt, nothing can be
 * done but to roll back.
 */
final class EmbeddedTransaction extends StatementRunner implements Transaction, TransactionContext {

    private final EmbeddedDatabase database;
    private final InternalTransaction transaction;
    private @Nullable EmbeddedResult last;
    private @Nullable Neo4jException failure;
    private boolean isOpen = true;

    EmbeddedTransaction(EmbeddedDatabase database, InternalTransaction transaction) {
        this.database = database;
        this.transaction = transaction;
    }

    @Override
    Result run(String statement, MapValue parameters) {
        failUnlessOpen("run a statement");
        if (last != null) {
            last.buffer();
        }
        last = EmbeddedResult.run(database, transaction, statement, parameters, new ResultEnd() {
            @Override
            public void done() {
                // the transaction goes on
            }

            @Override
            public void failed(Neo4jException problem) {
                failure = problem;
            }
        });
        return last;
    }

    @Override
    public void commit() {
        failUnlessOpen("commit");
        try (transaction) {
            if (last != null) {
                last.consume();
            }
            transaction.commit();
        } catch (RuntimeException e) {
            throw DriverFaults.of(e);
        } finally {
            isOpen = false;
        }
    }

    private void failUnlessOpen(String action) {
        if (failure != null) {
            throw new TransactionTerminatedException(
                    "Cannot %s: a statement of this transaction has failed".formatted(action), failure);
        }
        if (!isOpen()) {
            throw new ClientException("Cannot %s: this transaction has ended".formatted(action));
        }
    }

    @Override
    public void rollback() {
        if (!isOpen) {
            throw new ClientException("Cannot roll back: this transaction has ended");
        }
        close();
    }

    /** Rolls back what was not committed. */
    @Override
    public void close() {
        if (!isOpen) {
            return;
        }
        isOpen = false;
        try (transaction) {
            if (last != null) {
                last.cancel();
            }
        } catch (RuntimeException e) {
            throw DriverFaults.of(e);
        }
    }

    /** Whether it can still be committed or rolled back. */
    @Override
    public boolean isOpen() {
        return isOpen;
    }
}
