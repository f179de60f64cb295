package io.throughline.store;

import ac.simons.neo4j.migrations.core.MigrationChain;
import ac.simons.neo4j.migrations.core.MigrationState;
import ac.simons.neo4j.migrations.core.MigrationVersion;
import ac.simons.neo4j.migrations.core.Migrations;
import ac.simons.neo4j.migrations.core.MigrationsConfig;
import ac.simons.neo4j.migrations.core.MigrationsException;
import io.throughline.start.CannotStart;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.neo4j.driver.Driver;
import org.neo4j.driver.QueryConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Brings the database to the newest version of {@code cypher/migrations}. Of several servers that start at once one
 * does it while the others wait: the lock is a node in the database.
 */
@Component
class Migrator {

    static final String LOCATION = "classpath:cypher/migrations";

    private static final String LOCK = "__Neo4jMigrationsLock";
    private static final String DELETE_LOCK = "MATCH (lock:" + LOCK + ") DELETE lock";
    private static final Logger log = LoggerFactory.getLogger(Migrator.class);

    private final Driver driver;
    private final String database;
    private final Duration wait;

    Migrator(Driver driver, @Value("${spring.data.neo4j.database}") String database, StoreProperties store) {
        this.driver = driver;
        this.database = database;
        this.wait = store.migrationWait();
    }

    /**
     * Applies what is missing.
     *
     * @param alone whether no other process can use this database, so that a lock is one left by a killed start
     */
    void migrate(boolean alone) {
        try {
            log.info("Migrations: {}", applyOrWait(alone));
        } catch (MigrationsException e) {
            throw new CannotStart(
                    "The database could not be migrated: %s.".formatted(e.getMessage()),
                    "Start again with --debug to see the details.",
                    e);
        }
    }

    private String applyOrWait(boolean alone) {
        var giveUp = Instant.now().plus(wait);
        for (var attempt = 1; ; attempt++) {
            var migrations = migrations();
            var chain = migrations.info();
            var pending = pending(chain);
            if (pending == 0) {
                return "up to date at version " + version(chain.getLastAppliedVersion());
            }
            if (alone) {
                deleteLock();
            }
            try {
                return "%d applied, at version %s".formatted(pending, version(migrations.apply()));
            } catch (MigrationsException e) {
                failUnlessLocked(e, Instant.now().isAfter(giveUp));
            }
            if (attempt == 1) {
                log.info(
                        "Migrations: another server is migrating this database, waiting at most {} s",
                        wait.toSeconds());
            }
            pause();
        }
    }

    private Migrations migrations() {
        var config = MigrationsConfig.builder()
                .withLocationsToScan(LOCATION)
                .withDatabase(database)
                .build();
        return new Migrations(config, driver);
    }

    private static long pending(MigrationChain chain) {
        return chain.getElements().stream()
                .filter(migration -> migration.getState() == MigrationState.PENDING)
                .count();
    }

    private static String version(Optional<MigrationVersion> version) {
        return version.map(MigrationVersion::getValue).orElse("0");
    }

    private void deleteLock() {
        driver.executableQuery(DELETE_LOCK)
                .withConfig(QueryConfig.builder().withDatabase(database).build())
                .execute();
    }

    /** The library tells this failure from others by its message only; it names the label of the lock. */
    private void failUnlessLocked(MigrationsException e, boolean waitedEnough) {
        if (!String.valueOf(e.getMessage()).contains(LOCK)) {
            throw e;
        }
        if (waitedEnough) {
            throw new CannotStart(
                    "Another server has held the migrations lock of this database for more than %d s."
                            .formatted(wait.toSeconds()),
                    "If none is starting, one was killed while it migrated: run `%s` in this database, then start again."
                            .formatted(DELETE_LOCK),
                    e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for the migrations lock", e);
        }
    }
}
