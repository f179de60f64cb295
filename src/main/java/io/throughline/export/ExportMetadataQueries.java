package io.throughline.export;

import static java.util.stream.Collectors.toMap;

import io.throughline.infra.cypher.CypherStatement;
import io.throughline.infra.cypher.GraphReader;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.springframework.stereotype.Repository;

/** Reads the metadata common to all exports. */
@Repository
class ExportMetadataQueries {

    private static final CypherStatement DATASET = CypherStatement.in("export/dataset-and-sources.cypher");

    private static final CypherStatement TITLES = CypherStatement.in("export/titles-of-sources.cypher");

    /** A longer list would exceed the size of many exports. */
    private static final int MAX_SOURCES = 200;

    private final GraphReader graph;

    ExportMetadataQueries(GraphReader graph) {
        this.graph = graph;
    }

    /** Returns the metadata of an export made now, without a note. */
    ExportMetadata of(String query) {
        return graph.one(DATASET, Map.of("most", MAX_SOURCES), row -> metadata(row, query))
                .orElseThrow();
    }

    /** The titles of all sources, by id; edges name theirs. */
    Map<String, String> titlesOfSources() {
        return graph
                .list(
                        TITLES,
                        Map.of(),
                        row -> Map.entry(
                                row.get("id").asString(), row.get("title").asString()))
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static ExportMetadata metadata(Record row, String query) {
        var dataset = row.get("dataset");
        var sources = row.get("sources").asList(ExportMetadataQueries::source);
        var title = text(dataset, "title");
        return ExportMetadataBuilder.builder()
                .title(title == null ? "Throughline" : title)
                .exportedAt(Instant.now().truncatedTo(ChronoUnit.SECONDS))
                .query(query)
                .note("")
                .sources(sources)
                .sourcesLeftOut(row.get("sourceCount").asInt() - sources.size())
                .version(text(dataset, "version"))
                .released(text(dataset, "released"))
                .changedAt(row.get("changedAt").isNull() ? null : changedAt(row.get("changedAt")))
                .licence(text(dataset, "licence"))
                .licenceUrl(text(dataset, "licenceUrl"))
                .citation(text(dataset, "citation"))
                .build();
    }

    private static OffsetDateTime changedAt(Value value) {
        return value.asOffsetDateTime().truncatedTo(ChronoUnit.SECONDS);
    }

    private static Map<String, Object> source(Value source) {
        var known = new TreeMap<String, Object>();
        for (var name : List.of("id", "title", "url", "licence", "licenceUrl", "attribution")) {
            var value = text(source, name);
            if (value != null) {
                known.put(name, value);
            }
        }
        return known;
    }

    private static @Nullable String text(Value of, String property) {
        return of.isNull() || of.get(property).isNull()
                ? null
                : of.get(property).asString();
    }
}
