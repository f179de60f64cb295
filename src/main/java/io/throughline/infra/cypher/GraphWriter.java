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

/** Writes to the database. What it wrote is seen by every later read of {@link GraphReader}, on a cluster too. */
@Component
public class GraphWriter {

    private static final Logger log = LoggerFactory.getLogger(GraphWriter.class);

    private static final CypherStatement CHANGE = CypherStatement.in("cypher/change-graph-version.cypher");
    private static final CypherStatement SAMPLE = CypherStatement.in("cypher/sample-indexes.cypher");

    private final Driver driver;
    private final SessionConfig session;
    private final ApplicationEventPublisher events;
    private final AtomicLong begun = new AtomicLong();
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
     * Runs statements in one write transaction: all of them hold or none. The graph has another {@link GraphVersion}
     * afterwards; that is the last write, so that others wait for it but a moment. Then {@link GraphWrittenEvent} is published.
     *
     * @param work run again from its beginning when the database asks for it, so it must not change anything else
     */
    public <T extends @Nullable Object> T write(Function<TransactionContext, T> work) {
        begun.incrementAndGet();
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
     * Runs statements that only read in one transaction: for what a write would come to. It sees all that was written here.
     *
     * @param work run again from its beginning when the database asks for it, so it must not change anything
     */
    public <T extends @Nullable Object> T read(Function<TransactionContext, T> work) {
        try (var read = driver.session(session)) {
            return read.executeRead(work::apply);
        }
    }

    /** To be called after a large write: the next statements are planned for what is in the graph now. */
    public void sampleIndexes() {
        try (var write = driver.session(session)) {
            write.run(SAMPLE.text()).consume();
        } catch (Neo4jException e) {
            log.info(
                    "The database samples its indexes when it likes to; until then statements can be slow: {}",
                    e.getMessage());
        }
    }

    /** How many writes there have been; -1 while one is under way. */
    long writesWhileQuiet() {
        // in this order, or a write between the two would not be noticed
        var over = ended.get();
        return begun.get() == over ? over : -1;
    }
}
