package io.throughline.infra.cypher;

import java.util.Objects;
import org.neo4j.driver.AccessMode;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;
import org.springframework.data.neo4j.core.DatabaseSelectionProvider;
import org.springframework.stereotype.Component;

/**
 * Opens sessions for reading. On a cluster too, each sees everything that this process has written or read before; see
 * {@link BookmarkExchange}.
 */
@Component
class ReadSessions {

    private final Driver driver;
    private final String database;
    private final SessionConfig config;

    ReadSessions(Driver driver, DatabaseSelectionProvider selection) {
        this.driver = driver;
        this.database = Objects.requireNonNull(selection.getDatabaseSelection().getValue());
        this.config = SessionConfig.builder()
                .withDatabase(database)
                .withDefaultAccessMode(AccessMode.READ)
                .withBookmarkManager(driver.executableQueryBookmarkManager())
                .build();
    }

    /** Opens a session, which the caller closes. */
    Session open() {
        return driver.session(config);
    }

    /** The name of the database to which the sessions belong. */
    String database() {
        return database;
    }
}
