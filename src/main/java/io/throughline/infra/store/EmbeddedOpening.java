package io.throughline.infra.store;

import io.throughline.infra.start.BackgroundTask;
import io.throughline.infra.start.StartFailureException;
import java.nio.file.Files;

/** Opens Neo4j while the rest of the server is prepared. */
final class EmbeddedOpening implements AutoCloseable {

    private final boolean isNew;
    private final BackgroundTask<EmbeddedNeo4j> opening;

    private EmbeddedOpening(boolean isNew, BackgroundTask<EmbeddedNeo4j> opening) {
        this.isNew = isNew;
        this.opening = opening;
    }

    static EmbeddedOpening start(StoreProperties store) {
        var isNew = !Files.exists(store.directory().resolve("data"));
        return new EmbeddedOpening(isNew, BackgroundTask.start("opening Neo4j", () -> open(store)));
    }

    private static EmbeddedNeo4j open(StoreProperties store) {
        try {
            return EmbeddedNeo4j.open(store.directory(), store.pageCache(), store.bolt());
        } catch (RuntimeException e) {
            throw EmbeddedFailure.of(e, store.directory());
        }
    }

    /** Whether there was no database in the folder. */
    boolean isNew() {
        return isNew;
    }

    /**
     * Waits until the database is open.
     *
     * @throws StartFailureException if it cannot be opened
     */
    EmbeddedNeo4j await() {
        return opening.join();
    }

    /** Closes the database, as soon as it is open. */
    @Override
    public void close() {
        try {
            await().close();
        } catch (StartFailureException e) {
            // it was not opened, which has been reported
        }
    }
}
