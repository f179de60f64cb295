package io.throughline.intake.ingest;

import io.throughline.graphql.entity.Entity;
import io.throughline.graphql.entity.NodeReader;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.types.Node;

/**
 * Something about a line of a file that a person should know.
 *
 * @param line of the file, from 1
 * @param name the names printed in the line; null if it has none
 * @param column name of the column; null if the finding is not about one cell
 * @param code stable, e.g. {@code INVALID_BYTE} or {@code AMBIGUOUS}
 * @param outcome the outcome of the line
 */
public record ImportFinding(
        String id,
        int line,
        @Nullable String name,
        @Nullable String column,
        String code,
        String message,
        LineOutcome outcome)
        implements Entity {

    static ImportFinding of(Node node) {
        var finding = NodeReader.of(node);
        return new ImportFinding(
                finding.id(),
                node.get("line").asInt(),
                finding.text("name"),
                finding.text("column"),
                finding.required("code"),
                finding.required("message"),
                finding.requiredWord("outcome", LineOutcome.class));
    }
}
