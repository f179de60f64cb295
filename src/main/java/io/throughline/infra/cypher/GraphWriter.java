package io.throughline.infra.cypher;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.exceptions.Neo4jException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.neo4j.autoconfigure.Neo4jProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.neo4j.core.DatabaseSelectionProvider;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.data.neo4j.core.UserSelection;
import org.springframework.data.neo4j.core.transaction.Neo4jTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes to the database in Spring Data Neo4j transactions, which repositories join. Every later read of
 * {@link GraphReader} sees what was written, on a cluster too.
 */
@Component
public class GraphWriter {

    private static final Logger log = LoggerFactory.getLogger(GraphWriter.class);

    private static final CypherStatement CHANGE = CypherStatement.in("cypher/change-graph-version.cypher");
    private static final CypherStatement SAMPLE = CypherStatement.in("cypher/sample-indexes.cypher");

    private final Driver driver;
    private final DatabaseSelectionProvider database;
    private final Neo4jClient client;
    private final TransactionTemplate writes;
    private final TransactionTemplate reads;
    private final RetryTemplate attempts;
    private final ApplicationEventPublisher events;
    private final AtomicLong started = new AtomicLong();
    private final AtomicLong ended = new AtomicLong();

    GraphWriter(
            Driver driver,
            DatabaseSelectionProvider database,
            Neo4jClient client,
            Neo4jTransactionManager transactions,
            Neo4jProperties properties,
            ApplicationEventPublisher events) {
        this.driver = driver;
        this.database = database;
        this.client = client;
        this.writes = new TransactionTemplate(transactions);
        this.reads = new TransactionTemplate(transactions);
        this.reads.setReadOnly(true);
        this.attempts = TransactionRetries.within(properties.getMaxTransactionRetryTime(), GraphWriter::isTransient);
        this.events = events;
    }

    private static boolean isTransient(@Nullable Throwable problem) {
        return problem != null
                && !TransactionRetries.isOutOfMemory(problem)
                && (TransactionRetries.isTransient(problem)
                        || problem instanceof OptimisticLockingFailureException
                        || isTransient(problem.getCause()));
    }

    /**
     * Runs statements in one write transaction. The last statement changes the {@link GraphVersion}, so that other writers wait
     * for it only briefly. Then {@link GraphWrittenEvent} is published.
     *
     * @param work retried from its start when the database requires it, so it must have no other side effects
     */
    public <T extends @Nullable Object> T write(Function<TransactionContext, T> work) {
        started.incrementAndGet();
        try {
            return transact(writes, transaction -> {
                var outcome = work.apply(transaction);
                transaction.run(CHANGE.text()).consume();
                return outcome;
            });
        } finally {
            ended.incrementAndGet();
            events.publishEvent(new GraphWrittenEvent());
        }
    }

    /**
     * Runs read statements in one transaction, to preview a write. It sees everything written by this class.
     *
     * @param work retried from its start when the database requires it, so it must have no side effects
     */
    public <T extends @Nullable Object> T read(Function<TransactionContext, T> work) {
        return transact(reads, work);
    }

    private <T extends @Nullable Object> T transact(
            TransactionTemplate template, Function<TransactionContext, T> work) {
        return attempts.invoke(() -> {
            var isDone = new AtomicBoolean();
            try {
                return template.execute(status -> {
                    var outcome = work.apply(transaction());
                    isDone.set(true);
                    return outcome;
                });
            } catch (TransactionSystemException e) {
                // Spring wraps what the driver throws at the beginning, and what can be retried at the commit
                throw e.getCause() instanceof Neo4jException cause ? cause : e;
            } catch (IllegalStateException e) {
                // after a refused commit, Spring tries to roll back a transaction that has ended, and only logs the
                // refusal
                throw isDone.get()
                        ? new TransactionSystemException("the database refused to commit; the log says why", e)
                        : e;
            }
        });
    }

    private TransactionContext transaction() {
        return new CurrentTransaction(Objects.requireNonNull(Neo4jTransactionManager.retrieveTransaction(
                driver, database.getDatabaseSelection(), UserSelection.connectedUser())));
    }

    /** Makes the database plan later statements with up-to-date index statistics; call it after a large write. */
    public void sampleIndexes() {
        try {
            attempts.invoke(() -> client.query(SAMPLE.text()).run());
        } catch (RuntimeException e) {
            log.info(
                    "Cannot make the database sample its indexes now; statements can be slow until it does by itself: {}",
                    e.getMessage());
        }
    }

    /** How many writes there have been; -1 while one is in progress. */
    long writesWhileQuiet() {
        // in this order, so that a write between the two is noticed
        var finished = ended.get();
        return started.get() == finished ? finished : -1;
    }
}
