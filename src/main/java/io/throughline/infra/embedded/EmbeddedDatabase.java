package io.throughline.infra.embedded;

import java.util.concurrent.TimeUnit;
import org.neo4j.driver.AccessMode;
import org.neo4j.driver.TransactionConfig;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.internal.kernel.api.connectioninfo.ClientConnectionInfo;
import org.neo4j.internal.kernel.api.security.AbstractSecurityLog;
import org.neo4j.internal.kernel.api.security.AuthSubject;
import org.neo4j.internal.kernel.api.security.LoginContext;
import org.neo4j.internal.kernel.api.security.SecurityContext;
import org.neo4j.kernel.GraphDatabaseQueryService;
import org.neo4j.kernel.api.KernelTransaction;
import org.neo4j.kernel.database.PrivilegeDatabaseReference;
import org.neo4j.kernel.impl.coreapi.InternalTransaction;
import org.neo4j.kernel.impl.factory.KernelTransactionFactory;
import org.neo4j.kernel.impl.query.Neo4jTransactionalContextFactory;
import org.neo4j.kernel.impl.query.QueryExecution;
import org.neo4j.kernel.impl.query.QueryExecutionConfiguration;
import org.neo4j.kernel.impl.query.QueryExecutionEngine;
import org.neo4j.kernel.impl.query.QueryExecutionKernelException;
import org.neo4j.kernel.impl.query.QuerySubscriber;
import org.neo4j.kernel.impl.query.TransactionalContext;
import org.neo4j.kernel.impl.query.TransactionalContextFactory;
import org.neo4j.kernel.internal.GraphDatabaseAPI;
import org.neo4j.values.virtual.MapValue;

/** Begins transactions and runs statements the way Neo4j's own server does for clients over Bolt. */
final class EmbeddedDatabase {

    private static final ClientConnectionInfo THIS_PROCESS = ClientConnectionInfo.EMBEDDED_CONNECTION;
    private static final LoginContext READ = new Reader();
    private static final LoginContext WRITE = LoginContext.fullAccess(THIS_PROCESS);

    private final GraphDatabaseAPI database;
    private final QueryExecutionEngine engine;
    private final TransactionalContextFactory contexts;

    EmbeddedDatabase(GraphDatabaseAPI database) {
        this.database = database;
        var parts = database.getDependencyResolver();
        this.engine = parts.resolveDependency(QueryExecutionEngine.class);
        this.contexts = Neo4jTransactionalContextFactory.create(
                () -> parts.resolveDependency(GraphDatabaseQueryService.class),
                parts.resolveDependency(KernelTransactionFactory.class),
                TransactionalContext.DatabaseMode.SINGLE);
    }

    String name() {
        return database.databaseName();
    }

    boolean isAvailable() {
        return database.isAvailable(0);
    }

    /**
     * Begins a transaction of this thread.
     *
     * @param type explicit, or implicit if its only statement may open transactions of its own
     * @throws Neo4jException if the database does not begin one, e.g. because it is closing
     */
    InternalTransaction begin(KernelTransaction.Type type, AccessMode mode, TransactionConfig config) {
        var login = mode == AccessMode.READ ? READ : WRITE;
        try {
            var timeout = config.timeout();
            return timeout == null
                    ? database.beginTransaction(type, login, THIS_PROCESS)
                    : database.beginTransaction(type, login, THIS_PROCESS, timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RuntimeException e) {
            throw DriverFaults.of(e);
        }
    }

    /**
     * Plans a statement and starts it; no row is produced before rows are requested.
     *
     * @param rows receives the rows, with all labels and properties of nodes and relationships
     */
    QueryExecution start(InternalTransaction transaction, String statement, MapValue parameters, QuerySubscriber rows)
            throws QueryExecutionKernelException {
        var context =
                contexts.newContext(transaction, statement, parameters, QueryExecutionConfiguration.DEFAULT_CONFIG);
        return engine.executeQuery(statement, parameters, context, true, rows);
    }

    /** May read everything and write nothing. */
    private static final class Reader extends LoginContext {

        Reader() {
            super(AuthSubject.ANONYMOUS, THIS_PROCESS);
        }

        @Override
        public SecurityContext authorize(IdLookup ids, PrivilegeDatabaseReference database, AbstractSecurityLog log) {
            return new SecurityContext(
                    subject(),
                    org.neo4j.internal.kernel.api.security.AccessMode.Static.READ,
                    connectionInfo(),
                    database.name());
        }
    }
}
