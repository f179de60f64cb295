package io.throughline.dataset;

import java.util.List;
import java.util.Map;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;

/** Runs Cypher queries on the loaded graph. */
record GraphQueries(Driver driver) {

    /** The five texts whose claims the dataset began with. */
    static final List<String> TEXTS =
            List.of("text-regions4", "text-uclg-aspac", "text-jci", "text-climate-champions", "text-mma");

    List<Record> rows(String query, Map<String, Object> parameters) {
        return driver.executableQuery(query)
                .withParameters(parameters)
                .execute()
                .records();
    }

    /** The first column; {@code $texts} is the list of the five texts. */
    List<Object> column(String query) {
        return rows(query, Map.of("texts", TEXTS)).stream()
                .map(row -> row.get(0).asObject())
                .toList();
    }

    /** The only value. */
    Object one(String query) {
        var values = column(query);
        if (values.size() != 1) {
            throw new IllegalStateException("Expected one row, found %d: %s".formatted(values.size(), query));
        }
        return values.get(0);
    }
}
