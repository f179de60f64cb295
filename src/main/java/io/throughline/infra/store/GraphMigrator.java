package io.throughline.infra.store;

import static java.util.stream.Collectors.toCollection;

import ac.simons.neo4j.migrations.core.Migrations;
import ac.simons.neo4j.migrations.core.MigrationsConfig;
import ac.simons.neo4j.migrations.core.MigrationsException;
import io.throughline.infra.start.StartFailureException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.neo4j.driver.Driver;
import org.neo4j.driver.EagerResult;
import org.neo4j.driver.QueryConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.data.neo4j.core.DatabaseSelectionProvider;
import org.springframework.stereotype.Component;

/**
 * Migrates the database to the newest version of {@code cypher/migrations}. If several servers start at the same time, one does
 * it while the others wait: the lock is a node in the database.
 */
@Component
class GraphMigrator {

    private static final String FOLDER = "classpath:cypher/migrations";
    private static final String LOCK = "__Neo4jMigrationsLock";
    private static final String DELETE_LOCK = "MATCH (lock:" + LOCK + ") DELETE lock";
    private static final Logger log = LoggerFactory.getLogger(GraphMigrator.class);

    private final Driver driver;
    private final String database;
    private final Duration wait;

    @Autowired
    GraphMigrator(Driver driver, DatabaseSelectionProvider selection, StoreProperties store) {
        this(driver, Objects.requireNonNull(selection.getDatabaseSelection().getValue()), store);
    }

    GraphMigrator(Driver driver, String database, StoreProperties store) {
        this.driver = driver;
        this.database = database;
        this.wait = store.migrationWait();
    }

    /**
     * Applies missing migrations.
     *
     * @param exclusive whether no other process can use this database, so that any lock was left by a killed process
     */
    void migrate(boolean exclusive) {
        var versions = versions();
        var giveUp = Instant.now().plus(wait);
        var announced = false;
        while (true) {
            var missing = missing(versions);
            if (missing.isEmpty()) {
                log.info("Migrations: up to date at version {}", versions.last());
                return;
            }
            if (exclusive) {
                run(DELETE_LOCK);
            }
            try {
                apply();
                log.info("Migrations: {} applied, at version {}", missing.size(), versions.last());
                return;
            } catch (MigrationsException e) {
                failUnlessLocked(e, Instant.now().isAfter(giveUp));
            }
            if (!announced) {
                log.info("Migrations: another server is migrating this database, waiting for it");
                announced = true;
            }
            pause();
        }
    }

    /** The version to which {@link #migrate} brings a database. */
    static String newest() {
        return versions().last();
    }

    /** The versions of the files, {@code 001} for {@code V001__Unique_ids.cypher}. */
    private static SortedSet<String> versions() {
        return files().stream()
                .map(file -> file.getPath().replaceAll("^.*/V|__.*$", ""))
                .collect(toCollection(TreeSet::new));
    }

    private static List<URL> files() {
        try {
            var files = new ArrayList<URL>();
            for (var file : new PathMatchingResourcePatternResolver().getResources(FOLDER + "/V*.cypher")) {
                files.add(file.getURL());
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asks the database directly: the library's own check takes the lock and several seconds. */
    private SortedSet<String> missing(SortedSet<String> versions) {
        var missing = new TreeSet<>(versions);
        var applied = run("MATCH (migration:__Neo4jMigration) RETURN migration.version AS version").records().stream()
                .map(row -> row.get("version").asString())
                .filter(version -> !version.equals("BASELINE"))
                .toList();
        missing.removeAll(applied);
        applied.stream()
                .filter(version -> !versions.contains(version))
                .findFirst()
                .ifPresent(version -> {
                    throw new StartFailureException(
                            "The database is at version %s; this Throughline knows versions up to %s."
                                    .formatted(version, versions.last()),
                            "Use the newer Throughline that migrated it.");
                });
        return missing;
    }

    private void apply() {
        var config = MigrationsConfig.builder()
                .withLocationsToScan(FOLDER)
                // the library would look into every jar
                .withResourceScanner(locations -> files())
                .withDatabase(database)
                .build();
        new Migrations(config, driver).apply();
    }

    private EagerResult run(String statement) {
        var config = QueryConfig.builder().withDatabase(database).build();
        return driver.executableQuery(statement).withConfig(config).execute();
    }

    /** Only the message distinguishes this failure from others: it names the label of the lock. */
    private void failUnlessLocked(MigrationsException e, boolean timedOut) {
        if (!String.valueOf(e.getMessage()).contains(LOCK)) {
            throw new StartFailureException(
                    "The database could not be migrated: %s.".formatted(e.getMessage()),
                    "Start again with --debug to see the details.",
                    e);
        }
        if (timedOut) {
            throw new StartFailureException(
                    "Another server has held the migrations lock of this database for more than %d s."
                            .formatted(wait.toSeconds()),
                    ("If no other server is starting, one was killed during a migration: run `%s` in this"
                                    + " database, then start again.")
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
