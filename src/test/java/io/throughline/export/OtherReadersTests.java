package io.throughline.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.GraphTest;
import io.throughline.Requirement;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.eclipse.rdf4j.rio.Rio;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads exports with NetworkX, igraph and rapper, if installed (Debian: python3-networkx, python3-igraph,
 * raptor2-utils).
 */
@GraphTest
@Tag("full")
class OtherReadersTests {

    private final Exported exported;

    @Autowired
    OtherReadersTests(WebApplicationContext server, GraphQlTester graphQl) {
        exported = new Exported(server, graphQl);
    }

    @Test
    void findTheSameNodesAndEdges(@TempDir Path folder) throws Exception {
        // Debian's Python, even if another one comes first in the path
        var python = Stream.of("python3", "/usr/bin/python3")
                .filter(command -> runs(command, "-c", "import networkx, igraph"))
                .findFirst();
        Requirement.require(
                python.isPresent() && runs("rapper", "--version"),
                "python3-networkx, python3-igraph or raptor2-utils is not installed");
        for (var format : new String[] {"gexf", "graphml", "json", "edges.csv"}) {
            Files.writeString(
                    folder.resolve("map." + format), exported.text("graph.%s?%s".formatted(format, Exported.MAP)));
        }
        var turtle = exported.text("memberships.ttl");
        Files.writeString(folder.resolve("memberships.ttl"), turtle);
        var found = read(python.get(), folder);
        var nodes = exported.map("nodes").size();
        var edges = exported.map("edges").size();
        var mutual = exported.map("edges").stream()
                .filter(edge -> Boolean.TRUE.equals(edge.get("undirected")))
                .count();
        assertThat(found.properties())
                .filteredOn(entry -> entry.getValue().isArray())
                .hasSize(6)
                .allSatisfy(entry -> assertThat(entry.getValue().toString())
                        .as(entry.getKey())
                        // NetworkX makes two edges of a mutual one in GEXF
                        .isEqualTo("[%d,%d]"
                                .formatted(nodes, entry.getKey().equals("networkx gexf") ? edges + mutual : edges)));
        assertThat(found.get("networkx gexf dated edges").asLong())
                .isEqualTo(exported.map("edges").stream()
                        .filter(edge -> edge.get("start") != null)
                        .count());
        assertThat(found.get("networkx graphml version").asString()).isEqualTo("2026.11.6");
        assertThat(found.get("networkx graphml population of boston").asInt()).isGreaterThan(600_000);
        assertThat(found.get("igraph graphml name").asString()).isEqualTo("Boston");
        assertThat(found.get("rapper triples").asInt())
                .isEqualTo(Rio.parse(new StringReader(turtle), "", RDFFormat.TURTLE)
                        .size());
    }

    private static JsonNode read(String python, Path folder) throws IOException, InterruptedException {
        var reading = new ProcessBuilder(python, "src/test/python/read_exports.py", folder.toString())
                .redirectErrorStream(true)
                .start();
        var output = new String(reading.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(reading.waitFor()).as(output).isZero();
        return new JsonMapper().readTree(output.substring(output.indexOf('{')));
    }

    private static boolean runs(String... command) {
        try {
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
