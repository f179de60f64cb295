package io.throughline.benchmark;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.dataset.ConsistencyRules;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Checks that a generated graph follows the rules of the built-in one, and that GraphQL and Cypher give the benchmark
 * the same results.
 */
@Tag("full")
class GeneratedGraphTests extends ConsistencyRules {

    private static final Pattern NAME = Pattern.compile("\"?name\"?[:=]\"?([^\",}]+)");
    private static ConfigurableApplicationContext server;

    @BeforeAll
    static void start() throws IOException {
        // FileSystemUtils.deleteRecursively(Size.S.store().getParent());
        GraphGenerator.generate(new World(Size.S));
        server = Benchmark.start(Size.S);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Override
    protected Driver driver() {
        return server.getBean(Driver.class);
    }

    @Test
    void hasTheRequestedSize() {
        assertThat(count("MATCH (:City) RETURN count(*) AS count")).isEqualTo((long) Size.S.cities);
        assertThat(count("MATCH (:City)-[:MEMBER_OF]->() RETURN count(*) AS count"))
                // the number is rounded for each network and campaign
                .isBetween((long) Size.S.memberships - Size.S.networks - World.CAMPAIGNS, (long) Size.S.memberships);
    }

    @Test
    void graphQlAndCypherReturnTheSameNames() {
        var callers = callers();
        for (var question : Questions.of(new World(Size.S), driver())) {
            // the product ranks matches differently, and some results have other shapes
            if (List.of("fuzzy", "prefix", "overlap", "countries", "path", "matrix", "exclusive")
                    .contains(question.name())) {
                continue;
            }
            var empty = 0;
            for (var turn = 0; turn < 10; turn++) {
                var bolt = names(callers.bolt(question, turn).stream().map(Map::toString));
                assertThat(names(Stream.of(callers.graphQl(question, turn))))
                        .as("%s, %s", question.name(), question.arguments(turn))
                        .containsExactlyInAnyOrderElementsOf(bolt);
                empty += bolt.isEmpty() ? 1 : 0;
            }
            // one of two members of a network may have left it
            assertThat(empty).as(question.name()).isLessThan(question.name().equals("connection") ? 5 : 1);
        }
    }

    @Test
    void overlapsEqualPlainCypherOnAnyDay() {
        var question = question("matrix");
        var shared = 0;
        for (var turn = 0; turn < 20; turn++) {
            var counted = callers().bolt(question, turn).stream()
                    .collect(toMap(
                            row -> row.get("one") + " " + row.get("other"),
                            row -> ((Long) row.get("shared")).intValue()));
            var overlap = graphQl(question, turn).path("overlap");
            var ids = overlap.path("sets")
                    .valueStream()
                    .map(set -> set.path("id").asString())
                    .toList();
            var pairs = overlap.path("pairs").valueStream().iterator();
            for (var a : ids) {
                for (var b : ids.subList(ids.indexOf(a) + 1, ids.size())) {
                    var both = counted.getOrDefault(a + " " + b, 0);
                    var either = counted.getOrDefault(a + " " + a, 0) + counted.getOrDefault(b + " " + b, 0) - both;
                    var pair = pairs.next();
                    assertThat(pair.path("intersection").asInt()).isEqualTo(both);
                    assertThat(pair.path("jaccard").asDouble(-1)).isEqualTo(either == 0 ? -1 : (double) both / either);
                    shared += both;
                }
            }
            assertThat(pairs).isExhausted();
        }
        assertThat(shared).isGreaterThan(5_000);
    }

    @Test
    void intersectionsEqualPlainCypherOnAnyDay() {
        var question = question("exclusive");
        var found = 0;
        for (var turn = 0; turn < 20; turn++) {
            var sizes = graphQl(question, turn)
                    .path("intersections")
                    .valueStream()
                    .map(each -> each.path("sets")
                                    .valueStream()
                                    .map(JsonNode::asString)
                                    .sorted()
                                    .toList() + " " + each.path("size").asInt())
                    .toList();
            assertThat(sizes)
                    .containsExactlyInAnyOrderElementsOf(callers().bolt(question, turn).stream()
                            .map(row -> row.get("sets") + " " + row.get("size"))
                            .toList());
            found += sizes.size();
        }
        assertThat(found).isGreaterThan(100);
    }

    private static Question question(String name) {
        return Questions.of(new World(Size.S), server.getBean(Driver.class)).stream()
                .filter(question -> question.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode graphQl(Question question, int turn) {
        return new JsonMapper().readTree(callers().graphQl(question, turn)).path("data");
    }

    private static Callers callers() {
        return new Callers(Benchmark.port(server), server.getBean(Driver.class));
    }

    private static List<String> names(Stream<String> answers) {
        return answers.flatMap(answer -> NAME.matcher(answer).results())
                .map((MatchResult name) -> name.group(1))
                .toList();
    }

    private long count(String statement) {
        return driver().executableQuery(statement)
                .execute()
                .records()
                .get(0)
                .get("count")
                .asLong();
    }
}
