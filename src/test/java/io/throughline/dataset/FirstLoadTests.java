package io.throughline.dataset;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.GraphTest;
import io.throughline.infra.cypher.GraphWriter;
import io.throughline.infra.start.StartFailureException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neo4j.driver.Driver;
import org.neo4j.driver.TransactionContext;
import org.springframework.beans.factory.annotation.Autowired;

/** Interrupts and shares loads of a few parts, each of which notes in the graph that it was written. */
@GraphTest
class FirstLoadTests {

    private static final int PARTS = 9;
    private static final Map<Integer, Long> EACH_ONCE =
            IntStream.range(0, PARTS).boxed().collect(toMap(part -> part, part -> 1L));

    private final GraphWriter writer;
    private final GraphQueries graph;

    FirstLoadTests(@Autowired GraphWriter writer, @Autowired Driver driver) {
        this.writer = writer;
        this.graph = new GraphQueries(driver);
    }

    @BeforeEach
    void pretendThatNothingIsLoaded() {
        run("MATCH (dataset:Dataset) SET dataset.formerVersion = dataset.version, dataset.version = null");
    }

    @AfterEach
    void restore() {
        run("""
            MATCH (dataset:Dataset)
            SET dataset.version = dataset.formerVersion,
                dataset.formerVersion = null,
                dataset.loading = null,
                dataset.loadingSince = null
            """);
        run("MATCH (left:LoadingLane|PartWritten) DELETE left");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4, 8})
    void anInterruptedLoadIsCompleted(int interruption) {
        assertThatThrownBy(() -> load("one", part -> {
                    if (part == interruption) {
                        throw new IllegalStateException("killed");
                    }
                }))
                .hasMessage("killed");
        assertThat(written()).hasSizeLessThan(PARTS).doesNotContainKey(interruption);
        load("one", part -> {});
        assertThat(written()).isEqualTo(EACH_ONCE);
    }

    @Test
    void twoServersWriteEachPartOnce() {
        CompletableFuture.allOf(
                        CompletableFuture.runAsync(() -> load("one", part -> {})),
                        CompletableFuture.runAsync(() -> load("one", part -> {})))
                .join();
        assertThat(written()).isEqualTo(EACH_ONCE);
    }

    @Test
    void aServerWithOtherFilesBeginsAnewAndStopsTheFirst() {
        assertThatExceptionOfType(StartFailureException.class)
                .isThrownBy(() -> load("one", part -> {
                    if (part == 2) {
                        FirstLoad.begin(writer, "other");
                    }
                }))
                .withMessageStartingWith("Another server is loading another version of the dataset");
        run("MATCH (written:PartWritten) DELETE written");
        load("other", part -> {});
        assertThat(written()).isEqualTo(EACH_ONCE);
    }

    @Test
    void nothingIsWrittenOnceALoadIsComplete() {
        load("one", part -> {});
        var late = FirstLoad.begin(writer, "one");
        run("MATCH (dataset:Dataset) SET dataset.version = dataset.formerVersion");
        run("MATCH (lane:LoadingLane) DELETE lane");
        late.write(transaction -> note(transaction, PARTS));
        late.finish(transaction -> note(transaction, PARTS + 1));
        assertThat(written()).isEqualTo(EACH_ONCE);
    }

    /** What happens between the parts, given the number of the next one. */
    @FunctionalInterface
    private interface Interruption {
        void before(int part);
    }

    private void load(String checksum, Interruption interruption) {
        FirstLoad.begin(writer, checksum)
                .<Integer>writeAll(
                        "parts",
                        PARTS,
                        parts -> IntStream.range(0, PARTS).mapToObj(List::of).forEach(parts),
                        (transaction, batch) -> {
                            interruption.before(batch.get(0));
                            note(transaction, batch.get(0));
                        });
    }

    private static void note(TransactionContext transaction, int part) {
        transaction
                .run("CREATE (:PartWritten {part: $part})", Map.of("part", part))
                .consume();
    }

    /** How often each part was written. */
    private Map<Integer, Long> written() {
        return graph
                .rows("MATCH (written:PartWritten) RETURN written.part AS part, count(*) AS times", Map.of())
                .stream()
                .collect(toMap(
                        row -> row.get("part").asInt(), row -> row.get("times").asLong()));
    }

    private void run(String statement) {
        writer.write(transaction -> transaction.run(statement).consume());
    }
}
