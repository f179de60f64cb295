package io.throughline.benchmark;

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
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A generated graph keeps the rules of the built-in one, and both ways of asking the benchmark get the same answers. */
class GeneratedGraphTests extends ConsistencyRules {

    private static final Pattern NAME = Pattern.compile("\"?name\"?[:=]\"?([^\",}]+)");
    private static ConfigurableApplicationContext server;

    @BeforeAll
    static void start() throws IOException {
        FileSystemUtils.deleteRecursively(Size.XS.store().getParent());
        GraphGenerator.generate(new World(Size.XS));
        server = Benchmark.start(Size.XS);
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
    void hasTheSizeAskedFor() {
        assertThat(count("MATCH (:City) RETURN count(*) AS count")).isEqualTo((long) Size.XS.cities);
        assertThat(count("MATCH (:City)-[:MEMBER_OF]->() RETURN count(*) AS count"))
                .isBetween(Size.XS.memberships - 20L, (long) Size.XS.memberships);
    }

    @Test
    void bothWaysOfAskingGetTheSameNames() {
        var callers = new Callers(Benchmark.port(server), driver());
        for (var question : Questions.of(new World(Size.XS), driver())) {
            // the product ranks what it finds anew, and some fields are still to come
            if (List.of("fuzzy", "prefix", "overlap", "countries", "path", "matrix", "exclusive")
                    .contains(question.name())) {
                continue;
            }
            for (var turn = 0; turn < 10; turn++) {
                var bolt = names(callers.bolt(question, turn).stream().map(Map::toString));
                assertThat(names(Stream.of(callers.graphQl(question, turn))))
                        .as("%s, %s", question.name(), question.asked(turn))
                        .containsExactlyInAnyOrderElementsOf(bolt)
                        .isNotEmpty();
            }
        }
    }

    @Test
    void bothWaysOfAskingCountTheSameOnAnyDay() {
        var callers = new Callers(Benchmark.port(server), driver());
        var json = new JsonMapper();
        var counted = 0;
        for (var question : Questions.of(new World(Size.XS), driver())) {
            for (var turn = 0; turn < 20 && List.of("matrix", "exclusive").contains(question.name()); turn++) {
                var data = json.readTree(callers.graphQl(question, turn)).path("data");
                var bolt = callers.bolt(question, turn);
                if (question.name().equals("matrix")) {
                    var pairs = data.path("overlap")
                            .path("pairs")
                            .valueStream()
                            .map(each -> each.path("intersection").asInt());
                    assertThat(pairs.mapToInt(shared -> shared).sum())
                            .isEqualTo(bolt.stream()
                                    .filter(row ->
                                            String.valueOf(row.get("one")).compareTo(String.valueOf(row.get("other")))
                                                    < 0)
                                    .mapToInt(row -> ((Long) row.get("shared")).intValue())
                                    .sum());
                } else {
                    var sizes = data.path("intersections")
                            .valueStream()
                            .map(each -> each.path("sets")
                                            .valueStream()
                                            .map(JsonNode::asString)
                                            .sorted()
                                            .toList() + " " + each.path("size").asInt())
                            .toList();
                    assertThat(sizes)
                            .containsExactlyInAnyOrderElementsOf(bolt.stream()
                                    .map(row -> row.get("sets") + " " + row.get("size"))
                                    .toList());
                    counted += sizes.size();
                }
            }
        }
        assertThat(counted).isPositive();
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
