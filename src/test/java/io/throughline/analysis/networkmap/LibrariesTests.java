package io.throughline.analysis.networkmap;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.GraphTest;
import io.throughline.NodePrograms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.graphql.ExecutionGraphQlService;
import org.springframework.graphql.support.DefaultExecutionGraphQlRequest;
import org.springframework.graphql.test.tester.GraphQlTester;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Feeds the answers to the documents of {@code graphql/examples/frontends} to the libraries themselves and checks that
 * they count what the server counts. They run in Node, in {@code src/test/frontends}; skipped without Node.
 */
@GraphTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("full")
class LibrariesTests {

    private static final Path DOCUMENTS = Path.of("graphql/examples/frontends");
    private static final JsonMapper JSON = JsonMapper.shared();

    @Autowired
    private GraphQlTester graphQl;

    @Autowired
    private ExecutionGraphQlService service;

    private JsonNode counts = JSON.createObjectNode();

    @BeforeAll
    void feedTheLibraries(@TempDir Path answers) throws IOException, InterruptedException {
        var programs = NodePrograms.in("src/test/frontends");
        try (var documents = Files.list(DOCUMENTS)) {
            for (var document : documents.toList()) {
                var file = document.getFileName().toString().replace(".graphql", ".json");
                Files.writeString(answers.resolve(file), JSON.writeValueAsString(answer(Files.readString(document))));
            }
        }
        programs.run("count.js", answers.toAbsolutePath().toString());
        counts = JSON.readTree(Files.readString(answers.resolve("counts.json")));
    }

    @Test
    void countTheNodesAndEdgesOfTheServer() {
        var whole = stats("depth: 2, maxNodes: 1000");
        assertThat(whole.get("nodeCount")).isBetween(400, 999);
        assertThat(List.of("nvl", "graphology", "sigma", "cytoscape"))
                .allSatisfy(library -> assertThat(count(library)).isEqualTo(nodesAndEdges(whole)));
        var merged = stats("depth: 2, maxNodes: 1000, mergeParallel: true");
        assertThat(merged.get("nodeCount")).isEqualTo(whole.get("nodeCount"));
        assertThat(merged.get("edgeCount")).isLessThan(whole.get("edgeCount"));
        assertThat(count("d3-force")).isEqualTo(nodesAndEdges(merged));
    }

    @Test
    void deckGlDrawsEveryArcFromAKnownPosition() {
        var stats = stats("depth: 2, roles: [MEMBER, SIGNATORY], membershipsAs: SHARED, minShared: 4");
        assertThat(stats.get("edgeCount")).isGreaterThan(200);
        assertThat(stats.get("arcsLeftOut")).as("regions without a position").isEqualTo(123);
        assertThat(count("deck-gl"))
                .containsEntry("edges", stats.getOrDefault("edgeCount", 0) - stats.getOrDefault("arcsLeftOut", 0));
    }

    @Test
    void upSetCountsTheIntersectionsOfTheServer() {
        var expected = new TreeMap<String, Integer>();
        var sizes = new TreeMap<String, Integer>();
        for (var intersection : graphQl.document("""
                        {
                          intersections(organizations: ["c40", "climate-mayors", "race-to-zero", "race-to-resilience"]) { sets size }
                        }
                        """)
                .execute()
                .path("intersections")
                .entity(new ParameterizedTypeReference<List<IntersectionSize>>() {})
                .get()) {
            expected.put(String.join(" ", intersection.sets().stream().sorted().toList()), intersection.size());
            intersection.sets().forEach(set -> sizes.merge(set, intersection.size(), Integer::sum));
        }
        assertThat(numbers(counts.get("upset").get("intersections")))
                .isEqualTo(expected)
                .hasSizeGreaterThan(5);
        assertThat(numbers(counts.get("upset").get("sets"))).isEqualTo(sizes).containsEntry("c40", 97);
    }

    private record IntersectionSize(List<String> sets, int size) {}

    private Map<String, Integer> count(String library) {
        return numbers(counts.get(library));
    }

    private static Map<String, Integer> numbers(JsonNode object) {
        var numbers = new TreeMap<String, Integer>();
        object.properties()
                .forEach(entry -> numbers.put(entry.getKey(), entry.getValue().asInt()));
        return numbers;
    }

    private static Map<String, Integer> nodesAndEdges(Map<String, Integer> stats) {
        return Map.of(
                "nodes", Objects.requireNonNull(stats.get("nodeCount")),
                "edges", Objects.requireNonNull(stats.get("edgeCount")));
    }

    private Map<String, Integer> stats(String arguments) {
        return graphQl.document("{ graph(roots: [\"race-to-zero\"], %s) { stats { nodeCount edgeCount arcsLeftOut } } }"
                        .formatted(arguments))
                .execute()
                .path("graph.stats")
                .entity(new ParameterizedTypeReference<Map<String, Integer>>() {})
                .get();
    }

    private Map<String, Object> answer(String document) {
        var request = new DefaultExecutionGraphQlRequest(document, null, null, null, "frontends", null);
        var response = Objects.requireNonNull(service.execute(request).block());
        assertThat(response.getErrors()).isEmpty();
        return Objects.requireNonNull(response.<Map<String, Object>>getData());
    }
}
