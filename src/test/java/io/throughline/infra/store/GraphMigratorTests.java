package io.throughline.infra.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.GraphTest;
import io.throughline.infra.start.StartFailureException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Value;
import org.neo4j.driver.Values;
import org.springframework.beans.factory.annotation.Autowired;

/** Forgets which migrations were applied, so each must be repeatable ({@code IF NOT EXISTS}). */
@GraphTest
class GraphMigratorTests {

    private static final StoreProperties ONE_SECOND =
            new StoreProperties(Path.of("unused"), false, "8m", Duration.ofSeconds(1));

    @Autowired
    private Driver driver;

    private GraphMigrator migrator;
    private Value checksum = Values.NULL;

    @BeforeEach
    void forget() {
        migrator = new GraphMigrator(driver, "neo4j", ONE_SECOND);
        driver.executableQuery("MATCH (migration:__Neo4jMigration) DETACH DELETE migration")
                .execute();
        checksum = driver.executableQuery("MATCH (dataset:Dataset) RETURN dataset.checksum")
                .execute()
                .records()
                .get(0)
                .get(0);
    }

    @AfterEach
    void migrateAgain() {
        driver.executableQuery("MATCH (newer:__Neo4jMigration {version: '999'}) DETACH DELETE newer")
                .execute();
        migrator.migrate(true);
        // a migration clears it so that the dataset is loaded again
        driver.executableQuery("MATCH (dataset:Dataset) SET dataset.checksum = $checksum")
                .withParameters(Map.of("checksum", checksum))
                .execute();
        assertThat(count("MATCH (migration:__Neo4jMigration {version: '001'}) RETURN count(migration)"))
                .isEqualTo(1);
    }

    @Tag("full") // waits for the lock
    @Test
    void waitsForAnotherServerThenExplainsHowToRemoveItsLock() {
        lock();
        assertThatThrownBy(() -> migrator.migrate(false))
                .isInstanceOf(StartFailureException.class)
                .hasMessageContaining("held the migrations lock of this database for more than 1 s")
                .hasMessageContaining("run `MATCH (lock:__Neo4jMigrationsLock) DELETE lock`");
        assertThat(count("MATCH (lock:__Neo4jMigrationsLock) RETURN count(lock)"))
                .isEqualTo(1);
    }

    @Tag("full") // migrates again
    @Test
    void removesTheLockOfAKilledProcessWhenNobodyElseCanHoldIt() {
        lock();
        migrator.migrate(true);
        assertThat(count("MATCH (lock:__Neo4jMigrationsLock) RETURN count(lock)"))
                .isZero();
    }

    @Tag("full") // migrates again
    @Test
    void refusesADatabaseOfANewerVersion() {
        driver.executableQuery("CREATE (:__Neo4jMigration {version: '999'})").execute();
        assertThatThrownBy(() -> migrator.migrate(true))
                .isInstanceOf(StartFailureException.class)
                .hasMessageContaining("The database is at version 999");
    }

    private void lock() {
        driver.executableQuery("CREATE (:__Neo4jMigrationsLock {id: 'other', name: 'John Doe'})")
                .execute();
    }

    private int count(String statement) {
        return driver.executableQuery(statement)
                .execute()
                .records()
                .get(0)
                .get(0)
                .asInt();
    }
}
