package io.throughline.infra.store;

import java.nio.file.Path;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.kernel.internal.GraphDatabaseAPI;
import org.springframework.boot.neo4j.autoconfigure.Neo4jConnectionDetails;
import org.springframework.context.ApplicationContext;

/** An embedded database that can be reached over Bolt, too, so that both ways can be compared. */
public final class BoltStore implements AutoCloseable {

    /** The name of the user of {@link #password()}. */
    public static final String USER = "neo4j";

    private final EmbeddedNeo4j neo4j;

    private BoltStore(EmbeddedNeo4j neo4j) {
        this.neo4j = neo4j;
    }

    /** Opens the database in a folder, or creates it. */
    public static BoltStore open(Path folder) {
        return new BoltStore(EmbeddedNeo4j.open(folder, "64m", true));
    }

    /** A driver that connects over Bolt to the embedded database of a server with {@code throughline.store.bolt}. */
    public static Driver driver(ApplicationContext server) {
        return driver(server.getBean(EmbeddedOpening.class).await().connection());
    }

    private static Driver driver(Neo4jConnectionDetails connection) {
        return GraphDatabase.driver(connection.getUri(), connection.getAuthToken());
    }

    public GraphDatabaseAPI database() {
        return neo4j.database();
    }

    /** A driver that connects over Bolt. */
    public Driver driver() {
        return driver(neo4j.connection());
    }

    public String uri() {
        return neo4j.connection().getUri().toString();
    }

    public String password() {
        return neo4j.password();
    }

    @Override
    public void close() {
        neo4j.close();
    }
}
