package io.throughline.intake.ingest;

import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/** The content of the graph as sorted text lines, without timestamps and without the run or person that wrote it. */
final class GraphDigest {

    /** Properties that differ between two runs with the same effect. */
    private static final Set<String> RUN_PROPERTIES = Set.of(
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
        properties.keySet().removeAll(RUN_PROPERTIES);
        properties.values().removeIf(value -> value instanceof Temporal && !(value instanceof java.time.LocalDate));
        var labels = row.get("labels").asList(Value::asString);
        var text = new StringBuilder(prefix)
                .append(prefix.isEmpty() ? labels.stream().sorted().toList() : labels);
        properties.forEach(
                (key, value) -> text.append(' ').append(key).append('=').append(value));
        return text.toString();
    }
}
