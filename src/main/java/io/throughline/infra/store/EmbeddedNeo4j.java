package io.throughline.infra.store;

import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
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
import org.neo4j.driver.AuthToken;
import org.neo4j.driver.AuthTokens;
import org.neo4j.io.ByteUnit;
import org.neo4j.kernel.internal.GraphDatabaseAPI;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.neo4j.autoconfigure.Neo4jConnectionDetails;

/**
 * Neo4j in this process, for this process only. Benchmarks and some tests also connect to it over Bolt, like to a server: on the
 * loopback address, with a port and a password that are new at every start.
 */
final class EmbeddedNeo4j implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedNeo4j.class);
    private static final Duration CLOSE_TIMEOUT = Duration.ofMinutes(2);

    static final String DATABASE = GraphDatabaseSettings.DEFAULT_DATABASE_NAME;
    private static final String USER = "neo4j";

    private final DatabaseManagementService neo4j;
    private final @Nullable String password;

    private EmbeddedNeo4j(DatabaseManagementService neo4j, @Nullable String password) {
        this.neo4j = neo4j;
        this.password = password;
    }

    /**
     * Opens the database in a folder, or creates it; exceptions of Neo4j are passed on.
     *
     * @param bolt whether to listen for connections over Bolt, too
     */
    static EmbeddedNeo4j open(Path directory, String pageCache, boolean bolt) {
        var neo4j = new DatabaseManagementServiceBuilder(
                        directory.toAbsolutePath().normalize())
                .setConfig(BoltConnector.enabled, bolt)
                .setConfig(BoltConnector.listen_address, new SocketAddress("127.0.0.1", 0))
                .setConfig(BoltConnector.encryption_level, EncryptionLevel.DISABLED)
                .setConfig(HttpConnector.enabled, false)
                .setConfig(HttpsConnector.enabled, false)
                .setConfig(GraphDatabaseSettings.auth_enabled, bolt)
                .setConfig(GraphDatabaseSettings.udc_enabled, false)
                .setConfig(GraphDatabaseSettings.pagecache_memory, ByteUnit.parse(pageCache))
                // otherwise a statement is planned again for each order of magnitude of each list parameter
                .setConfig(GraphDatabaseInternalSettings.cypher_size_hint_parameters, false)
                // otherwise every log file takes 256 MB from its first byte
                .setConfig(GraphDatabaseSettings.preallocate_logical_logs, false)
                // by default, statements are checked against their timeout only every 2 s
                .setConfig(GraphDatabaseSettings.transaction_monitor_check_interval, Duration.ofMillis(100))
                // requests still running have had their time; by default, it waits 10 s for them
                .setConfig(GraphDatabaseSettings.shutdown_transaction_end_timeout, Duration.ofSeconds(1))
                // by default, Bolt waits 12 s for clients; here the only client is this process
                .setConfig(GraphDatabaseInternalSettings.netty_server_shutdown_quiet_period, 0)
                .setConfig(GraphDatabaseInternalSettings.netty_server_shutdown_timeout, Duration.ofSeconds(2))
                .setConfig(BoltConnectorInternalSettings.connection_shutdown_wait_time, Duration.ofSeconds(1))
                .setConfig(BoltConnectorInternalSettings.thread_pool_shutdown_wait_time, Duration.ofSeconds(1))
                .build();
        try {
            failUnlessRunning(neo4j);
            return new EmbeddedNeo4j(neo4j, bolt ? newPassword(neo4j) : null);
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

    GraphDatabaseAPI database() {
        return (GraphDatabaseAPI) neo4j.database(DATABASE);
    }

    /** How to connect over Bolt, if it was opened with that. */
    Neo4jConnectionDetails connection() {
        var port = database()
                .getDependencyResolver()
                .resolveDependency(ConnectorPortRegister.class)
                .getLocalAddress(ConnectorType.BOLT)
                .getPort();
        return new Neo4jConnectionDetails() {
            @Override
            public URI getUri() {
                return URI.create("bolt://127.0.0.1:" + port);
            }

            @Override
            public AuthToken getAuthToken() {
                return AuthTokens.basic(USER, password());
            }
        };
    }

    /** The password for Bolt, if the database was opened with that. */
    String password() {
        return Objects.requireNonNull(password);
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
