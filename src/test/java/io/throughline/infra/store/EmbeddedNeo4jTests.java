package io.throughline.infra.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.configuration.connectors.ConnectorPortRegister;
import org.neo4j.configuration.connectors.ConnectorType;
import org.neo4j.driver.AuthToken;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.exceptions.AuthenticationException;

/** Opens one folder twice; starting Neo4j takes seconds, so one test covers everything that needs it. */
class EmbeddedNeo4jTests {

    @Tag("full") // starts databases of its own
    @Test
    void keepsItsDataAndLetsOnlyThisProcessIn(@TempDir Path folder) {
        try (var neo4j = EmbeddedNeo4j.open(folder, "8m", false)) {
            run(neo4j, "CREATE (:Kept)");
            assertThat(neo4j.database()
                            .getDependencyResolver()
                            .resolveDependency(ConnectorPortRegister.class)
                            .getLocalAddress(ConnectorType.BOLT))
                    .isNull();
            assertThatThrownBy(() -> EmbeddedNeo4j.open(folder, "8m", false))
                    .satisfies(e -> assertThat(EmbeddedFailure.of(e, folder)).hasMessageContaining("is in use"));
        }
        var oldPassword = "";
        try (var neo4j = EmbeddedNeo4j.open(folder, "8m", true)) {
            assertThat(run(neo4j, "MATCH (kept:Kept) RETURN count(kept)")).isEqualTo(1);
            assertThatThrownBy(() -> connect(neo4j, AuthTokens.none())).isInstanceOf(AuthenticationException.class);
            connect(neo4j, token(neo4j.password()));
            oldPassword = neo4j.password();
        }
        try (var neo4j = EmbeddedNeo4j.open(folder, "8m", true)) {
            var old = token(oldPassword);
            assertThatThrownBy(() -> connect(neo4j, old)).isInstanceOf(AuthenticationException.class);
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
        return AuthTokens.basic(BoltStore.USER, password);
    }

    private static void connect(EmbeddedNeo4j neo4j, AuthToken token) {
        try (var driver = GraphDatabase.driver(neo4j.connection().getUri(), token)) {
            driver.verifyConnectivity();
        }
    }

    private static long run(EmbeddedNeo4j neo4j, String statement) {
        return neo4j.database()
                .executeTransactionally(
                        statement,
                        Map.of(),
                        rows -> rows.stream()
                                .flatMap(row -> row.values().stream())
                                .mapToLong(Long.class::cast)
                                .sum());
    }
}
