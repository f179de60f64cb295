package io.throughline.intake.ingest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.Value;

/**
 * The nodes and relationships added to a graph, to be written into another one with plain {@code UNWIND} statements:
 * the part of an import that remains without reading, matching and comparing.
 */
final class BareWrites {

    private static final int ROWS_PER_TRANSACTION = 1_000;

    /** Rows by the statement that writes them. */
    private final Map<String, List<Object>> nodes = new TreeMap<>();

    private final Map<String, List<Object>> relationships = new TreeMap<>();

    private BareWrites() {}

    /** The ids of everything in the graph now, to distinguish it from what is added later. */
    static Set<String> existing(Driver driver) {
        var ids = new HashSet<String>();
        try (var session = driver.session()) {
            session.run("""
                    MATCH (node) RETURN elementId(node) AS id
                    UNION ALL
                    MATCH ()-[link]->() RETURN elementId(link) AS id
                    """).forEachRemaining(row -> ids.add(row.get("id").asString()));
        }
        return ids;
    }

    /** What was added since then. */
    static BareWrites since(Set<String> existing, Driver driver) {
        var writes = new BareWrites();
        try (var session = driver.session()) {
            session.run(
                            "MATCH (node) RETURN elementId(node) AS id, labels(node) AS labels, properties(node) AS properties")
                    .forEachRemaining(row -> {
                        if (!existing.contains(row.get("id").asString())) {
                            var labels = row.get("labels").asList(Value::asString).stream()
                                    .sorted()
                                    .toList();
                            add(
                                    writes.nodes,
                                    "UNWIND $rows AS row CREATE (node:%s) SET node = row"
                                            .formatted(String.join(":", labels)),
                                    row.get("properties"));
                        }
                    });
            session.run("""
                    MATCH (from)-[link]->(to)
                    RETURN elementId(link) AS id,
                           type(link) AS type,
                           CASE WHEN from:Entity THEN 'Entity' ELSE labels(from)[0] END AS label,
                           {from: from.id, to: to.id, properties: properties(link)} AS row
                    """).forEachRemaining(row -> {
                if (!existing.contains(row.get("id").asString())) {
                    add(
                            writes.relationships,
                            """
                            UNWIND $rows AS row
                            MATCH (from:%s {id: row.from})
                            MATCH (to:Entity {id: row.to})
                            CREATE (from)-[link:%s]->(to)
                            SET link = row.properties
                            """.formatted(
                                    row.get("label").asString(), row.get("type").asString()),
                            row.get("row"));
                }
            });
        }
        return writes;
    }

    private static void add(Map<String, List<Object>> rows, String statement, Value row) {
        rows.computeIfAbsent(statement, none -> new ArrayList<>()).add(row);
    }

    /** Writes everything, nodes first. */
    void write(Driver driver) {
        try (var session = driver.session()) {
            nodes.forEach((statement, rows) -> write(session, statement, rows));
            relationships.forEach((statement, rows) -> write(session, statement, rows));
        }
    }

    private static void write(Session session, String statement, List<Object> rows) {
        for (var from = 0; from < rows.size(); from += ROWS_PER_TRANSACTION) {
            var batch = rows.subList(from, Math.min(rows.size(), from + ROWS_PER_TRANSACTION));
            var counters = session.executeWrite(transaction ->
                    transaction.run(statement, Map.of("rows", batch)).consume().counters());
            if (counters.nodesCreated() + counters.relationshipsCreated() != batch.size()) {
                throw new IllegalStateException("not everything was written by " + statement);
            }
        }
    }
}
