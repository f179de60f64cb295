package io.throughline.graphql.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.GraphTest;
import io.throughline.graphql.entity.FieldSelection;
import io.throughline.infra.cypher.CypherStatement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neo4j.driver.Driver;
import org.neo4j.driver.summary.Plan;
import org.springframework.beans.factory.annotation.Autowired;

/** Query plans for pages far from the start of a list. */
@GraphTest
class PlansTests {

    @Autowired
    private Driver driver;

    @Autowired
    private FilterRegistry filters;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "agent/all-cities.cypher",
                "agent/all-regions.cypher",
                "agent/all-organizations.cypher",
                "agent/all-places.cypher",
                "source/all-sources.cypher",
                "membership/members-of-organizations.cypher",
                "membership/channels-of-organizations.cypher"
            })
    void readsALatePageFromTheIndexWithoutSorting(String file) {
        var page = new PageRequest(20, new ListCursor(file, List.of("n", "n")), false);
        var filled = ListStatement.of(
                CypherStatement.in(file),
                new ListRequest(file, null, Map.of(), null, List.of(), page, Set.of("nodes"), FieldSelection.ALL),
                filters);
        var more = new java.util.HashMap<String, Object>();
        more.put("ids", List.of("race-to-zero"));
        more.put("roles", null);
        more.put("kinds", null);
        more.put("keys", List.of("id"));
        more.put("organizationId", null);
        var plan = driver.executableQuery("EXPLAIN " + filled.statement().text())
                .withParameters(filled.parameters(more))
                .execute()
                .summary()
                .plan();
        assertThat(operators(plan))
                .noneMatch(operator -> operator.startsWith("Union") || operator.startsWith("Top"))
                .anyMatch(operator -> operator.contains("IndexSeek"));
    }

    private static Stream<String> operators(Plan plan) {
        return Stream.concat(
                Stream.of(plan.operatorType()), plan.children().stream().flatMap(PlansTests::operators));
    }
}
