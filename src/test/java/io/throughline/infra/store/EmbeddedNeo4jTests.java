package io.throughline.infra.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.AuthToken;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.exceptions.AuthenticationException;

/** Opens one folder twice; starting Neo4j takes seconds, so one test covers everything that needs it. */
class EmbeddedNeo4jTests {

    @Tag("full") // starts databases of its own
    @Test
    void keepsItsDataAndLetsOnlyThisProcessIn(@TempDir Path folder) {
        var oldPassword = "";
        try (var neo4j = EmbeddedNeo4j.open(folder, 0, "8m")) {
            assertThatThrownBy(() -> run(neo4j, AuthTokens.none(), "RETURN 1"))
                    .isInstanceOf(AuthenticationException.class);
            run(neo4j, token(neo4j.password()), "CREATE (:Kept)");
            assertThatThrownBy(() -> EmbeddedNeo4j.open(folder, 0, "8m"))
                    .satisfies(e -> assertThat(EmbeddedFailure.of(e, folder)).hasMessageContaining("is in use"));
            oldPassword = neo4j.password();
        }
        try (var neo4j = EmbeddedNeo4j.open(folder, 0, "8m")) {
            var old = token(oldPassword);
            assertThatThrownBy(() -> run(neo4j, old, "RETURN 1")).isInstanceOf(AuthenticationException.class);
            assertThat(run(neo4j, token(neo4j.password()), "MATCH (kept:Kept) RETURN count(kept)"))
                    .isEqualTo(1);
        }
    }

    @Test
    void stopsWaitingWhenTheDatabaseDoesNotClose() {
        var full = new CountDownLatch(1);
        assertThatCode(() -> EmbeddedNeo4j.closeWithin(Duration.ofMillis(10), () -> await(full)))
                .doesNotThrowAnyException();
        assertThat(full.getCount()).isEqualTo(1);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static AuthToken token(String password) {
        return AuthTokens.basic(EmbeddedNeo4j.USER, password);
    }

    private static int run(EmbeddedNeo4j neo4j, AuthToken token, String statement) {
        try (var driver = GraphDatabase.driver("bolt://127.0.0.1:" + neo4j.port(), token)) {
            var rows = driver.executableQuery(statement).execute().records();
            return rows.isEmpty() ? 0 : rows.get(0).get(0).asInt();
        }
    }
}
