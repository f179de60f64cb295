package io.throughline.infra.cypher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.throughline.GraphTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neo4j.driver.Driver;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.Value;
import org.neo4j.driver.exceptions.ClientException;
import org.neo4j.driver.exceptions.TransientException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.neo4j.core.transaction.Neo4jBookmarkManager;
import org.springframework.transaction.TransactionSystemException;

@GraphTest
class GraphWriterTests {

    private static final CypherStatement COUNT =
            new CypherStatement("", "MATCH (test:WriterTest) RETURN count(test) AS count");

    @Autowired
    private GraphWriter writer;

    @Autowired
    private GraphReader reader;

    @Autowired
    private Driver driver;

    @Autowired
    private Neo4jBookmarkManager writes;

    @AfterEach
    void remove() {
        writer.write(transaction ->
                transaction.run("MATCH (test:WriterTest) DETACH DELETE test").consume());
    }

    @Test
    void readsWhatIsWritten() {
        var counters = writer.write(transaction -> create(transaction).consume().counters());
        assertThat(counters.nodesCreated()).isEqualTo(1);
        assertThat(written()).isEqualTo(1);
    }

    @Test
    void aFailureRollsBackEverything() {
        assertThatThrownBy(() -> writer.write(transaction -> {
                    create(transaction).consume();
                    throw new IllegalStateException("second thoughts");
                }))
                .hasMessage("second thoughts");
        assertThat(written()).isZero();
    }

    @Test
    void retriesATransientFailureInANewTransaction() {
        var attempts = new AtomicInteger();
        writer.write(transaction -> {
            create(transaction).consume();
            if (attempts.incrementAndGet() == 1) {
                throw new TransientException("Neo.TransientError.Transaction.DeadlockDetected", "deadlock");
            }
            return null;
        });
        assertThat(attempts).hasValue(2);
        assertThat(written()).isEqualTo(1);
    }

    /** The database calls it transient, but the next attempt would need as much. */
    @ParameterizedTest
    @ValueSource(strings = {"MemoryPoolOutOfMemoryError", "TransactionOutOfMemoryError", "TransactionMemoryLimit"})
    void doesNotRepeatWhatNeedsTooMuchMemory(String failure) {
        var attempts = new AtomicInteger();
        assertThatThrownBy(() -> writer.write(transaction -> {
                    attempts.incrementAndGet();
                    throw new TransientException("Neo.TransientError.General." + failure, "out of memory");
                }))
                .isInstanceOf(TransientException.class)
                .hasMessage("out of memory");
        assertThat(attempts).hasValue(1);
    }

    @Test
    void databaseErrorsReachTheCallerUnchanged() {
        assertThatThrownBy(() -> writer.write(
                        transaction -> transaction.run("RETURN 1 / 0").consume()))
                .isInstanceOf(ClientException.class)
                .hasMessageContaining("/ by zero");
        assertThat((int) writer.read(transaction ->
                        transaction.run("RETURN 1 AS one").single().get("one").asInt()))
                .isEqualTo(1);
    }

    /** Spring tries to roll back a transaction that has already ended, and throws what that leads to. */
    @Test
    void aRefusedCommitIsAFailureOfTheTransaction() {
        writer.write(transaction -> transaction
                .run("CREATE (:WriterTest {id: 1})-[:TO]->(:WriterTest)")
                .consume());
        assertThatThrownBy(() -> writer.write(transaction -> transaction
                        .run("MATCH (test:WriterTest {id: 1}) DELETE test")
                        .consume()))
                .isInstanceOf(TransactionSystemException.class)
                .hasMessageContaining("refused to commit");
        assertThat(written()).isEqualTo(2);
    }

    /** The limit is ten seconds, see {@code application.yaml}; the driver, too, counts only its delays. */
    @Test
    @Tag("full") // waits for longer than the limit
    void aLongAttemptIsRepeatedToo() {
        var attempts = new AtomicInteger();
        writer.write(transaction -> {
            if (attempts.incrementAndGet() == 1) {
                await().pollDelay(Duration.ofSeconds(11))
                        .atMost(Duration.ofSeconds(60))
                        .until(() -> true);
                throw new TransientException("Neo.TransientError.Transaction.DeadlockDetected", "deadlock");
            }
            return null;
        });
        assertThat(attempts).hasValue(2);
    }

    @Test
    void aReadCannotWrite() {
        assertThatThrownBy(() -> writer.read(transaction -> create(transaction).consume()))
                .isInstanceOf(ClientException.class);
        assertThat(written()).isZero();
    }

    /** No caller should need to know which of the two bookmark managers a session uses. */
    @Test
    void readsAndWritesKnowTheSameBookmarks() {
        var reads = driver.executableQueryBookmarkManager();
        for (var i = 0; i < 3; i++) {
            writer.write(transaction -> create(transaction).consume());
            assertThat(reads.getBookmarks()).containsAll(Set.copyOf(writes.getBookmarks()));
        }
        driver.executableQuery("CREATE (:WriterTest)").execute();
        assertThat(writes.getBookmarks()).hasSizeLessThanOrEqualTo(2).containsAll(reads.getBookmarks());
    }

    @Test
    void makesTheDatabaseSampleItsIndexes() {
        writer.write(transaction -> transaction
                .run("UNWIND range(1, 5000) AS number CREATE (:WriterTest:Entity {id: 'writer-test-' + number})")
                .consume());
        assertThat(unsampledUpdates()).isGreaterThanOrEqualTo(5_000);
        writer.sampleIndexes();
        await().atMost(Duration.ofSeconds(3)).until(() -> unsampledUpdates() == 0);
    }

    /** How many entries of the id index were written since the database last sampled it. */
    private long unsampledUpdates() {
        var counts = new CypherStatement(
                "", "CALL db.stats.retrieve('GRAPH COUNTS') YIELD data RETURN data.indexes AS indexes");
        return reader.one(counts, Map.of(), row -> row.get("indexes").asList(Value::asMap)).orElseThrow().stream()
                .filter(index -> List.of("Entity").equals(index.get("labels"))
                        && List.of("id").equals(index.get("properties")))
                .mapToLong(index -> (long) Objects.requireNonNull(index.get("updatesSinceEstimation")))
                .sum();
    }

    private static org.neo4j.driver.Result create(TransactionContext transaction) {
        return transaction.run("CREATE (:WriterTest)");
    }

    private int written() {
        return reader.one(COUNT, Map.of(), row -> row.get("count").asInt()).orElseThrow();
    }
}
