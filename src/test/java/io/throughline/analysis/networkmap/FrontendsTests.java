package io.throughline.analysis.networkmap;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.GraphTest;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.graphql.test.tester.GraphQlTester;

/**
 * Checks that the documents of {@code graphql/examples/frontends} return the keys their libraries need, and that every
 * edge has both ends.
 */
@GraphTest
class FrontendsTests {

    private static final ParameterizedTypeReference<List<Map<String, Object>>> MAPS =
            new ParameterizedTypeReference<>() {};

    @Autowired
    private GraphQlTester graphQl;

    @ParameterizedTest
    @CsvSource({
        "d3-force, graph.nodes, graph.links, id, source, target",
        "nvl, graph.nodes, graph.relationships, id, from, to",
        "graphology, graph.nodes, graph.edges, key, source, target",
        "cytoscape, elements.nodes[*].data, elements.edges[*].data, id, source, target"
    })
    void everyEdgeConnectsTwoNodes(String document, String nodes, String edges, String id, String from, String to) {
        var answer = graphQl.documentName("frontends/" + document).execute();
        var ids = new HashSet<>();
        // fewer than the maximum requested, so none is left out
        assertThat(answer.path(nodes).entity(MAPS).get())
                .hasSizeBetween(400, 999)
                .allSatisfy(node -> assertThat(ids.add(node.get(id))).isTrue());
        assertThat(answer.path(edges).entity(MAPS).get())
                .hasSizeGreaterThan(500)
                .allSatisfy(edge -> assertThat(ids).contains(edge.get(from), edge.get(to)));
    }

    @Test
    void graphologyRecognizesUndirectedAndParallelEdges() {
        var edges = graphQl.documentName("frontends/graphology")
                .execute()
                .path("graph.edges")
                .entity(MAPS)
                .get();
        assertThat(edges)
                .filteredOn(edge -> Boolean.TRUE.equals(edge.get("undirected")))
                .extracting(edge -> edge.get("key"))
                .contains("race-to-resilience.sibling.race-to-zero");
        assertThat(edges)
                .filteredOn(
                        edge -> "c40".equals(edge.get("source")) && "cities-race-to-zero".equals(edge.get("target")))
                .extracting(edge ->
                        (Object) ((Map<?, ?>) Objects.requireNonNull(edge.get("attributes"))).get("parallelIndex"))
                .containsExactly(0, 1);
    }
}
