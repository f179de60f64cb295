package io.throughline.infra.store;

import io.throughline.infra.embedded.EmbeddedDriver;
import io.throughline.infra.start.BackgroundTask;
import io.throughline.infra.start.StartFailureException;
import java.nio.file.Files;
import java.time.Duration;

/** Opens Neo4j and migrates its database while the rest of the server is prepared. */
final class EmbeddedOpening implements AutoCloseable {

    private final boolean isNew;
    private final BackgroundTask<EmbeddedNeo4j> opening;

    private EmbeddedOpening(boolean isNew, BackgroundTask<EmbeddedNeo4j> opening) {
        this.isNew = isNew;
        this.opening = opening;
    }

    /**
     * Begins to open the database of a folder.
     *
     * @param maxRetryTime of the delays between attempts of a migration's transaction
     */
    static EmbeddedOpening start(StoreProperties store, Duration maxRetryTime) {
        var isNew = !Files.exists(store.directory().resolve("data"));
        return new EmbeddedOpening(isNew, BackgroundTask.start("opening Neo4j", () -> open(store, maxRetryTime)));
    }

    private static EmbeddedNeo4j open(StoreProperties store, Duration maxRetryTime) {
        EmbeddedNeo4j neo4j;
        try {
            neo4j = EmbeddedNeo4j.open(store.directory(), store.pageCache(), store.bolt());
        } catch (RuntimeException e) {
            throw EmbeddedFailure.of(e, store.directory());
        }
        try {
            new GraphMigrator(new EmbeddedDriver(neo4j::database, maxRetryTime), EmbeddedNeo4j.DATABASE, store)
                    .migrate(true);
            return neo4j;
        } catch (RuntimeException e) {
            neo4j.close();
            throw e;
        }
    }

    /** Whether there was no database in the folder. */
    boolean isNew() {
        return isNew;
    }

    /**
     * Waits until the database can be used.
     *
     * @throws StartFailureException if it cannot be opened or migrated
     */
    EmbeddedNeo4j await() {
        return opening.join();
    }

    /** Closes the database, as soon as it can be used. */
    @Override
    public void close() {
        EmbeddedNeo4j neo4j;
        try {
            neo4j = await();
        } catch (RuntimeException e) {
            // it is not open, and the start has failed with this exception
            return;
        }
        neo4j.close();
    }
}
