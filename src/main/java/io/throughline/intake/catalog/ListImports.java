package io.throughline.intake.catalog;

import io.throughline.infra.cypher.CypherStatement;
import io.throughline.infra.cypher.GraphReader;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Repository;

/** Finds out which lists have been imported. */
@Repository
public class ListImports {

    private static final CypherStatement IMPORTS = CypherStatement.in("catalog/imports-with-mappings.cypher");

    private final GraphReader graph;

    ListImports(GraphReader graph) {
        this.graph = graph;
    }

    /**
     * The imports with one mapping that were not undone, not counting dry runs.
     *
     * @param completed whether one of them was completed
     * @param latestRun the id of the latest
     */
    public record MappingImports(boolean completed, String latestRun) {}

    /** The imports with each mapping, by id of the mapping; mappings that were never used are left out. */
    public Map<String, MappingImports> with(Collection<String> mappings) {
        var imports = new HashMap<String, MappingImports>();
        graph.list(
                        IMPORTS,
                        Map.of("mappings", List.copyOf(mappings)),
                        row -> Map.entry(
                                row.get("mapping").asString(),
                                new MappingImports(
                                        row.get("imported").asBoolean(),
                                        row.get("latest").asString())))
                .forEach(each -> imports.put(each.getKey(), each.getValue()));
        return imports;
    }
}
