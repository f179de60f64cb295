package io.throughline.benchmark;

import java.nio.file.Path;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.io.ByteUnit;

/**
 * A Neo4j server without Throughline, for the peer and for hand-written Cypher. {@code src/test/comparison/compare.py}
 * runs this file with the libraries of the packaged jar.
 */
final class PlainNeo4j {

    private PlainNeo4j() {}

    /**
     * Runs until the process is stopped.
     *
     * @param arguments the folder of the database, the folder that {@code LOAD CSV} reads, the port for Bolt on this
     *     computer, and the size of the page cache in MiB
     */
    public static void main(String[] arguments) throws InterruptedException {
        var address = new SocketAddress("127.0.0.1", Integer.parseInt(arguments[2]));
        var neo4j = new DatabaseManagementServiceBuilder(Path.of(arguments[0]))
                .setConfig(BoltConnector.enabled, true)
                .setConfig(BoltConnector.listen_address, address)
                .setConfig(BoltConnector.advertised_address, address)
                .setConfig(GraphDatabaseSettings.auth_enabled, false)
                .setConfig(GraphDatabaseSettings.load_csv_file_url_root, Path.of(arguments[1]))
                .setConfig(GraphDatabaseSettings.pagecache_memory, ByteUnit.mebiBytes(Long.parseLong(arguments[3])))
                // no limit: rows that share a list count it each, so that the peer's deep pages seem to need gigabytes
                .setConfig(GraphDatabaseSettings.memory_transaction_global_max_size, 0L)
                .build();
        Runtime.getRuntime().addShutdownHook(new Thread(neo4j::shutdown));
        System.out.println("ready");
        Thread.currentThread().join();
    }
}
