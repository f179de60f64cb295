package io.throughline.infra.store;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.neo4j.configuration.GraphDatabaseInternalSettings;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.connectors.BoltConnector.EncryptionLevel;
import org.neo4j.configuration.connectors.BoltConnectorInternalSettings;
import org.neo4j.configuration.connectors.ConnectorPortRegister;
import org.neo4j.configuration.connectors.ConnectorType;
import org.neo4j.configuration.connectors.HttpConnector;
import org.neo4j.configuration.connectors.HttpsConnector;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.dbms.DatabaseStateService;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.io.ByteUnit;
import org.neo4j.kernel.internal.GraphDatabaseAPI;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Neo4j in this process. It is reached like a server, over Bolt, but only on the loopback address, with a port and password that
 * are new at every start, so that no other program on this machine can connect.
 */
final class EmbeddedNeo4j implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedNeo4j.class);
    private static final Duration CLOSE_TIMEOUT = Duration.ofMinutes(2);

    static final String DATABASE = GraphDatabaseSettings.DEFAULT_DATABASE_NAME;
    static final String USER = "neo4j";

    private final DatabaseManagementService neo4j;
    private final String password;

    private EmbeddedNeo4j(DatabaseManagementService neo4j, String password) {
        this.neo4j = neo4j;
        this.password = password;
    }

    /** Opens the database in a folder, or creates it; exceptions of Neo4j are passed on. */
    static EmbeddedNeo4j open(Path directory, int boltPort, String pageCache) {
        var neo4j = new DatabaseManagementServiceBuilder(
                        directory.toAbsolutePath().normalize())
                .setConfig(BoltConnector.enabled, true)
                .setConfig(BoltConnector.listen_address, new SocketAddress("127.0.0.1", boltPort))
                .setConfig(BoltConnector.encryption_level, EncryptionLevel.DISABLED)
                .setConfig(HttpConnector.enabled, false)
                .setConfig(HttpsConnector.enabled, false)
                .setConfig(GraphDatabaseSettings.auth_enabled, true)
                .setConfig(GraphDatabaseSettings.udc_enabled, false)
                .setConfig(GraphDatabaseSettings.pagecache_memory, ByteUnit.parse(pageCache))
                // otherwise a statement is planned again for each order of magnitude of each list parameter
                .setConfig(GraphDatabaseInternalSettings.cypher_size_hint_parameters, false)
                // otherwise every log file takes 256 MB from its first byte
                .setConfig(GraphDatabaseSettings.preallocate_logical_logs, false)
                // by default, statements are checked against their timeout only every 2 s
                .setConfig(GraphDatabaseSettings.transaction_monitor_check_interval, Duration.ofMillis(100))
                // by default, Bolt waits 12 s for clients; here the only client is this process
                .setConfig(GraphDatabaseInternalSettings.netty_server_shutdown_quiet_period, 0)
                .setConfig(GraphDatabaseInternalSettings.netty_server_shutdown_timeout, Duration.ofSeconds(2))
                .setConfig(BoltConnectorInternalSettings.connection_shutdown_wait_time, Duration.ofSeconds(1))
                .setConfig(BoltConnectorInternalSettings.thread_pool_shutdown_wait_time, Duration.ofSeconds(1))
                .build();
        try {
            failUnlessRunning(neo4j);
            return new EmbeddedNeo4j(neo4j, newPassword(neo4j));
        } catch (RuntimeException e) {
            neo4j.shutdown();
            throw e;
        }
    }

    /** Neo4j starts even if one of its databases does not. */
    private static void failUnlessRunning(DatabaseManagementService neo4j) {
        var database = (GraphDatabaseAPI) neo4j.database(DATABASE);
        if (!database.isAvailable(0)) {
            var cause = ((GraphDatabaseAPI) neo4j.database(GraphDatabaseSettings.SYSTEM_DATABASE_NAME))
                    .getDependencyResolver()
                    .resolveDependency(DatabaseStateService.class)
                    .causeOfFailure(database.databaseId());
            throw new IllegalStateException("Neo4j did not open its database", cause.orElse(null));
        }
    }

    private static String newPassword(DatabaseManagementService neo4j) {
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        var password = Base64.getUrlEncoder().encodeToString(bytes);
        neo4j.database(GraphDatabaseSettings.SYSTEM_DATABASE_NAME)
                .executeTransactionally(
                        "ALTER USER " + USER + " SET PASSWORD $password CHANGE NOT REQUIRED",
                        Map.of("password", password));
        return password;
    }

    int port() {
        return ((GraphDatabaseAPI) neo4j.database(DATABASE))
                .getDependencyResolver()
                .resolveDependency(ConnectorPortRegister.class)
                .getLocalAddress(ConnectorType.BOLT)
                .getPort();
    }

    String password() {
        return password;
    }

    @Override
    public void close() {
        closeWithin(CLOSE_TIMEOUT, neo4j::shutdown);
    }

    /** Neo4j keeps trying to write to a full disk forever. Giving up leaves it as after a power cut, from which it recovers. */
    static void closeWithin(Duration timeout, Runnable shutdown) {
        var closing = new Thread(shutdown, "closing Neo4j");
        closing.setDaemon(true);
        closing.start();
        try {
            closing.join(timeout.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (closing.isAlive()) {
            log.warn(
                    "The database did not close within {} s, e.g. because the disk is full; nothing recorded is lost, and the"
                            + " next start recovers it",
                    timeout.toSeconds());
        }
    }
}
