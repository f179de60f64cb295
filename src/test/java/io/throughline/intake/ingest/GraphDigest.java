package io.throughline.intake.ingest;

import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;

/** All that the graph says, as text lines in order: without moments and without which run or person wrote it. */
final class GraphDigest {

    /** What differs between two runs that do the same. */
    private static final Set<String> OF_A_RUN = Set.of(
            "activityId",
            "recordedBy",
            "withdrawnInId",
            "withdrawnBy",
            "runId",
            "lastRunId",
            "endedInId",
            "settledInId",
            "withdrawnReason",
            "restatedInId");

    private GraphDigest() {}

    static List<String> of(Driver driver) {
        var lines = new ArrayList<String>();
        driver.executableQuery("""
                        MATCH (node)
                        WHERE node.id IS NOT NULL
                          AND NOT node:Activity AND NOT node:ImportBatch AND NOT node:ImportFinding AND NOT node:GraphVersion
                        RETURN labels(node) AS labels, properties(node) AS properties
                        """).execute().records().forEach(row -> lines.add(text("", row)));
        driver.executableQuery("""
                        MATCH (from)-[link]->(to)
                        WHERE from.id IS NOT NULL AND to.id IS NOT NULL AND NOT from:Activity AND NOT to:Activity
                        RETURN [from.id, type(link), to.id] AS labels, properties(link) AS properties
                        """).execute().records().forEach(row -> lines.add(text("-> ", row)));
        lines.sort(null);
        return lines;
    }

    private static String text(String prefix, Record row) {
        var properties = new TreeMap<String, Object>(row.get("properties").asMap());
        properties.keySet().removeAll(OF_A_RUN);
        properties.values().removeIf(value -> value instanceof Temporal && !(value instanceof java.time.LocalDate));
        var labels = prefix.isEmpty()
                ? row.get("labels").asList().stream()
                        .map(String::valueOf)
                        .sorted()
                        .toList()
                : row.get("labels").asList();
        return prefix
                + labels
                + Map.copyOf(properties).entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .sorted()
                        .toList();
    }
}
