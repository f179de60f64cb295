package io.throughline.cypher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.GraphTest;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.TransactionContext;
import org.springframework.beans.factory.annotation.Autowired;

@GraphTest
class GraphWriterTests {

    private static final Statement COUNT = new Statement("", "MATCH (test:WriterTest) RETURN count(test) AS count");

    @Autowired
    private GraphWriter writer;

    @Autowired
    private GraphReader reader;

    @AfterEach
    void remove() {
        writer.write(transaction ->
                transaction.run("MATCH (test:WriterTest) DELETE test").consume());
    }

    @Test
    void whatIsWrittenIsRead() {
        var counters = writer.write(transaction -> create(transaction).consume().counters());
        assertThat(counters.nodesCreated()).isEqualTo(1);
        assertThat(written()).isEqualTo(1);
    }

    @Test
    void aFailureTakesBackAll() {
        assertThatThrownBy(() -> writer.write(transaction -> {
                    create(transaction).consume();
                    throw new IllegalStateException("second thoughts");
                }))
                .hasMessage("second thoughts");
        assertThat(written()).isZero();
    }

    private static org.neo4j.driver.Result create(TransactionContext transaction) {
        return transaction.run("CREATE (:WriterTest)");
    }

    private int written() {
        return reader.one(COUNT, Map.of(), row -> row.get("count").asInt()).orElseThrow();
    }
}
