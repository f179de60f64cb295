package io.throughline.dataset;

import io.throughline.graphql.entity.Entity;
import io.throughline.graphql.entity.NodeReader;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.types.Node;

/**
 * The built-in dataset in the graph.
 *
 * @param loadedAt when it was last written, in UTC
 */
public record Dataset(
        String id,
        String version,
        String title,
        LocalDate released,
        OffsetDateTime loadedAt,
        String licence,
        @Nullable String licenceUrl,
        String citation)
        implements Entity {

    /** The id of the single node. */
    static final String ID = "dataset";

    static Dataset of(Node node) {
        var dataset = NodeReader.of(node);
        return new Dataset(
                dataset.id(),
                dataset.required("version"),
                dataset.required("title"),
                LocalDate.parse(dataset.required("released")),
                node.get("loadedAt").asOffsetDateTime(),
                dataset.required("licence"),
                dataset.text("licenceUrl"),
                dataset.required("citation"));
    }
}
