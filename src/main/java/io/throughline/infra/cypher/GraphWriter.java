package io.throughline.infra.cypher;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.exceptions.Neo4jException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Writes to the database. Every later read of {@link GraphReader} sees what was written, on a cluster too. */
@Component
public class GraphWriter {

    private static final Logger log = LoggerFactory.getLogger(GraphWriter.class);

    private static final CypherStatement CHANGE = CypherStatement.in("cypher/change-graph-version.cypher");
    private static final CypherStatement SAMPLE = CypherStatement.in("cypher/sample-indexes.cypher");

    private final Driver driver;
    private final SessionConfig session;
    private final ApplicationEventPublisher events;
    private final AtomicLong started = new AtomicLong();
    private final AtomicLong ended = new AtomicLong();

    GraphWriter(
            Driver driver, @Value("${spring.data.neo4j.database}") String database, ApplicationEventPublisher events) {
        this.driver = driver;
        this.events = events;
        this.session = SessionConfig.builder()
                .withBookmarkManager(driver.executableQueryBookmarkManager())
                .withDatabase(database)
                .build();
    }

    /**
     * Runs statements in one write transaction. The last statement changes the {@link GraphVersion}, so that other writers wait
     * for it only briefly. Then {@link GraphWrittenEvent} is published.
     *
     * @param work retried from its start when the database requires it, so it must have no other side effects
     */
    public <T extends @Nullable Object> T write(Function<TransactionContext, T> work) {
        started.incrementAndGet();
        try (var write = driver.session(session)) {
            return write.executeWrite(transaction -> {
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
        try (var read = driver.session(session)) {
            return read.executeRead(work::apply);
        }
    }

    /** Makes the database plan later statements with up-to-date index statistics; call it after a large write. */
    public void sampleIndexes() {
        try (var write = driver.session(session)) {
            write.run(SAMPLE.text()).consume();
        } catch (Neo4jException e) {
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
