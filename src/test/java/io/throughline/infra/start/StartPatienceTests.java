package io.throughline.infra.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.infra.store.BoltStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Config;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Session;
import org.neo4j.driver.exceptions.ClientException;

/** Takes the only connection of a real driver, so that there is none left for a start. */
class StartPatienceTests {

    @TempDir
    private static Path folder;

    private static BoltStore store;
    private static Driver driver;

    @BeforeAll
    static void open() {
        store = BoltStore.open(folder);
        driver = GraphDatabase.driver(
                store.uri(),
                AuthTokens.basic(BoltStore.USER, store.password()),
                Config.builder()
                        .withMaxConnectionPoolSize(1)
                        .withConnectionAcquisitionTimeout(1, TimeUnit.SECONDS)
                        .build());
    }

    @AfterAll
    static void close() {
        driver.close();
        store.close();
    }

    @Test
    void waitsForAConnection() {
        var attempts = new AtomicInteger();
        var taken = takeConnection();
        StartPatience.run(() -> {
            if (attempts.incrementAndGet() == 2) {
                taken.close();
            }
            driver.verifyConnectivity();
        });
        assertThat(attempts).hasValueGreaterThan(1);
    }

    @Test
    void givesUpInTheEnd() {
        try (var taken = takeConnection()) {
            assertThat(taken.isOpen()).isTrue();
            assertThatThrownBy(() -> StartPatience.run(driver::verifyConnectivity, Duration.ofSeconds(3)))
                    .isInstanceOf(ClientException.class)
                    .hasMessageContaining("Unable to acquire connection");
        }
    }

    @Test
    void doesNotRepeatAnyOtherFailure() {
        var attempts = new AtomicInteger();
        assertThatThrownBy(() -> StartPatience.run(() -> {
                    attempts.incrementAndGet();
                    throw new ClientException("Neo.ClientError.Statement.ArithmeticError", "/ by zero");
                }))
                .hasMessage("/ by zero");
        assertThat(attempts).hasValue(1);
    }

    /** The session has it until it is closed. */
    private static Session takeConnection() {
        var session = driver.session();
        StartPatience.run(() -> session.beginTransaction().run("RETURN 1").consume());
        return session;
    }
}
