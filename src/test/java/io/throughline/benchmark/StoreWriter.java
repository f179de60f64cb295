package io.throughline.benchmark;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Map;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.RelationshipType;
import org.neo4j.graphdb.Transaction;
import org.neo4j.io.ByteUnit;

/** Writes nodes and relationships into a separate store, many per transaction and without Cypher, which is faster. */
final class StoreWriter implements AutoCloseable {

    /** The origin of the product's own data, so that the same rules apply. */
    private static final String ORIGIN = "built-in";

    private static final String CHECKSUM = "0".repeat(64);
    private static final ZonedDateTime RECORDED = ZonedDateTime.of(2026, 11, 22, 0, 0, 0, 0, ZoneOffset.UTC);
    private static final int WRITES_PER_TRANSACTION = 50_000;

    private final DatabaseManagementService neo4j;
    private final Map<String, Label> labels = new HashMap<>();
    private Transaction transaction;
    private int writes;

    StoreWriter(Path directory, String pageCache) {
        this.neo4j = new DatabaseManagementServiceBuilder(
                        directory.toAbsolutePath().normalize())
                .setConfig(GraphDatabaseSettings.auth_enabled, true)
                .setConfig(GraphDatabaseSettings.udc_enabled, false)
                .setConfig(GraphDatabaseSettings.pagecache_memory, ByteUnit.parse(pageCache))
                .setConfig(GraphDatabaseSettings.preallocate_logical_logs, false)
                .setConfig(GraphDatabaseSettings.keep_logical_logs, "keep_none")
                .setConfig(GraphDatabaseSettings.check_point_interval_time, Duration.ofMinutes(1))
                .build();
        this.transaction = begin();
    }

    /** Creates a node as the product does, with further labels besides {@code Entity}. */
    Draft<Node> node(String id, String... more) {
        var node = bareNode("Entity");
        for (var label : more) {
            node.written().addLabel(label(label));
        }
        return node.with("id", id)
                .with("origin", ORIGIN)
                .with("checksum", CHECKSUM)
                .with("recordedAt", RECORDED);
    }

    /** Creates a node that is not an entity. */
    Draft<Node> bareNode(String label) {
        writes++;
        return new Draft<>(transaction.createNode(label(label)));
    }

    /** Creates a relationship as the product does. */
    Draft<Relationship> link(Node from, RelationshipType type, Node to) {
        return bareLink(from, type, to).with("origin", ORIGIN);
    }

    /** Creates a relationship without an origin. */
    Draft<Relationship> bareLink(Node from, RelationshipType type, Node to) {
        writes++;
        return new Draft<>(from.createRelationshipTo(to, type));
    }

    /** Returns a node of an earlier transaction, by its element id. */
    Node byElementId(String elementId) {
        return transaction.getNodeByElementId(elementId);
    }

    /** Commits if there are enough writes; nodes of the caller are invalid afterwards. */
    void commitIfMany() {
        if (writes >= WRITES_PER_TRANSACTION) {
            commit();
        }
    }

    void commit() {
        transaction.commit();
        transaction.close();
        writes = 0;
        transaction = begin();
    }

    @Override
    public void close() {
        transaction.close();
        neo4j.shutdown();
    }

    private Transaction begin() {
        return neo4j.database(GraphDatabaseSettings.DEFAULT_DATABASE_NAME).beginTx();
    }

    private Label label(String name) {
        return labels.computeIfAbsent(name, Label::label);
    }
}
