package io.throughline.infra.cypher;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.GraphTest;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import org.neo4j.driver.QueryConfig;
import org.neo4j.driver.RoutingControl;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.data.neo4j.core.Neo4jTemplate;
import org.springframework.data.neo4j.core.schema.Id;
import org.springframework.data.neo4j.core.schema.Node;

/**
 * Compares ways to read cities by id, in alternation: what {@code docs/adr/0014-spring-data-for-transactions.md} reports.
 * {@code mvn test -Dtest=ReadRate -Dtest.jvm=}
 */
@GraphTest
class ReadRate {

    private static final int WARM_UP = 3_000;
    private static final int ROUNDS = 2_000;
    private static final CypherStatement CITIES = new CypherStatement(
            "", "UNWIND $ids AS id MATCH (city:Entity:City {id: id}) RETURN city.id AS id, city.name AS name");

    /** A city as Spring Data would map it. */
    @Node({"Entity", "City"})
    record MappedCity(@Id String id, String name) {}

    @Autowired
    private AutoCommitReader reader;

    @Autowired
    private Driver driver;

    @Autowired
    private Neo4jClient client;

    @Autowired
    private Neo4jTemplate template;

    private final QueryConfig config = QueryConfig.builder()
            .withRouting(RoutingControl.READ)
            .withDatabase("neo4j")
            .build();

    private final Map<String, Function<List<String>, Integer>> ways = new LinkedHashMap<>();

    @Test
    void comparesWaysToRead() {
        ways.put(
                "AutoCommitReader",
                ids -> reader.records(CITIES, Map.of("ids", ids), minute()).size());
        ways.put(
                "executableQuery",
                ids -> driver.executableQuery(CITIES.text())
                        .withParameters(Map.of("ids", ids))
                        .withConfig(config)
                        .execute()
                        .records()
                        .size());
        ways.put(
                "Neo4jClient",
                ids -> client.query(CITIES.text())
                        .bind(ids)
                        .to("ids")
                        .fetch()
                        .all()
                        .size());
        ways.put(
                "Neo4jTemplate",
                ids -> template.findAllById(ids, MappedCity.class).size());
        var ids = driver
                .executableQuery("MATCH (city:City) RETURN city.id AS id ORDER BY id LIMIT 50")
                .execute()
                .records()
                .stream()
                .map(row -> row.get("id").asString())
                .toList();
        for (var some : List.of(ids.subList(0, 1), ids)) {
            measure(some, WARM_UP);
            var medians = measure(some, ROUNDS);
            var first = Objects.requireNonNull(medians.get("AutoCommitReader"));
            medians.forEach((way, median) -> System.out.printf(
                    "%d cities, %s: %.3f ms, ratio %.2f%n", some.size(), way, median / 1e6, (double) median / first));
        }
    }

    private Map<String, Long> measure(List<String> ids, int rounds) {
        var times = new LinkedHashMap<String, long[]>();
        ways.keySet().forEach(way -> times.put(way, new long[rounds]));
        for (var round = 0; round < rounds; round++) {
            for (var way : ways.entrySet()) {
                var start = System.nanoTime();
                assertThat(way.getValue().apply(ids)).isEqualTo(ids.size());
                Objects.requireNonNull(times.get(way.getKey()))[round] = System.nanoTime() - start;
            }
        }
        var medians = new LinkedHashMap<String, Long>();
        times.forEach((way, taken) -> {
            Arrays.sort(taken);
            medians.put(way, taken[rounds / 2]);
        });
        return medians;
    }

    private static RequestDeadline minute() {
        return RequestDeadline.in(Duration.ofMinutes(1));
    }
}
