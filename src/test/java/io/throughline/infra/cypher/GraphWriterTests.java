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
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.Value;
import org.neo4j.driver.exceptions.ClientException;
import org.neo4j.driver.exceptions.TransientException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.neo4j.core.transaction.Neo4jBookmarkManager;

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
                transaction.run("MATCH (test:WriterTest) DELETE test").consume());
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
    void aTransientFailureIsTriedAgainInANewTransaction() {
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

    @Test
    void whatTheDatabaseRefusesArrivesAsItThrewIt() {
        assertThatThrownBy(() -> writer.write(
                        transaction -> transaction.run("RETURN 1 / 0").consume()))
                .isInstanceOf(ClientException.class)
                .hasMessageContaining("/ by zero");
        assertThat((int) writer.read(transaction ->
                        transaction.run("RETURN 1 AS one").single().get("one").asInt()))
                .isEqualTo(1);
    }

    @Test
    void aReadCannotWrite() {
        assertThatThrownBy(() -> writer.read(transaction -> create(transaction).consume()))
                .isInstanceOf(ClientException.class);
        assertThat(written()).isZero();
    }

    /** Nobody may have to know which of the two bookmark managers a session uses. */
    @Test
    void readsAndWritesKnowTheSameBookmarks() {
        var reads = driver.executableQueryBookmarkManager();
        for (var i = 0; i < 3; i++) {
            writer.write(transaction -> create(transaction).consume());
            assertThat(reads.getBookmarks()).containsAll(Set.copyOf(writes.getBookmarks()));
        }
        written();
        assertThat(writes.getBookmarks()).hasSizeLessThan(4).containsAll(reads.getBookmarks());
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
