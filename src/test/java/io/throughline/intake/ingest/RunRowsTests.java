package io.throughline.intake.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.StatementLog;
import io.throughline.infra.cypher.CypherStatement;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neo4j.driver.summary.Plan;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;

/** Pages of the lines of several imports at once. */
class RunRowsTests extends ImportTestBase {

    private static final String ROWS = """
            query($first: Int, $after: String, $last: Int, $before: String) {
              importRuns(first: 500) {
                nodes {
                  rows(first: $first, after: $after, last: $last, before: $before) {
                    nodes { line outcome claimIds members { printed } }
                    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
                  }
                }
              }
            }
            """;

    @Autowired
    private GraphQlTester graphQl;

    @Test
    void areReadInAsManyStatementsForManyRunsAsForOne() {
        run(false, LINES);
        var forOne = statements();
        run(false, LINES);
        run(false, LINES);
        assertThat(forOne).containsExactly("ingest/all-runs ×1", "ingest/lines-after-line ×1");
        assertThat(statements()).isEqualTo(forOne);
    }

    private List<String> statements() {
        try (var log = new StatementLog()) {
            graphQl.document("{ importRuns(first: 500) { nodes { rows(first: 1) { totalCount nodes { line } } } } }")
                    .execute()
                    .path("importRuns.nodes[*].rows.totalCount")
                    .entityList(Integer.class)
                    .contains(LINES.length);
            return log.runs();
        }
    }

    @Test
    void arePagedInBothDirectionsWhateverTheBatches() {
        runInBatches(1);
        runInBatches(3);
        runInBatches(1_000);
        var all = page(Map.of("first", 20));
        assertThat(all.lines()).hasSize(LINES.length);
        assertThat(all.lines().get(0))
                .contains("line=2", "outcome=NEW", "list-for-tests.boston.member.network-for-tests", "printed=Boston");

        var forward = page(Map.of("first", 4));
        assertThat(forward.lines()).isEqualTo(all.lines().subList(0, 4));
        assertThat(forward.pageInfo().hasNextPage()).isTrue();
        var next = page(Map.of("first", 4, "after", forward.pageInfo().endCursor()));
        assertThat(next.lines()).isEqualTo(all.lines().subList(4, 8));
        assertThat(next.pageInfo().hasNextPage()).isFalse();

        var backward = page(Map.of("last", 3));
        assertThat(backward.lines()).isEqualTo(all.lines().subList(5, 8));
        assertThat(backward.pageInfo().hasPreviousPage()).isTrue();
        var previous = page(Map.of("last", 5, "before", backward.pageInfo().startCursor()));
        assertThat(previous.lines()).isEqualTo(all.lines().subList(0, 5));
        assertThat(previous.pageInfo().hasPreviousPage()).isFalse();
    }

    @Test
    void canBeCountedWithoutReadingAny() {
        runInBatches(3);
        graphQl.document("{ importRuns { nodes { rows { totalCount } } } }")
                .execute()
                .path("importRuns.nodes[*].rows.totalCount")
                .entityList(Integer.class)
                .containsExactly(LINES.length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lines-after-line", "lines-before-line", "batches-of-run"})
    void areReadInTheOrderOfAnIndexSoThatOtherBatchesAreNotRead(String file) {
        var statement = CypherStatement.in("ingest/%s.cypher".formatted(file));
        var plan = driver.executableQuery("EXPLAIN " + statement.text())
                .withParameters(Map.of(
                        "runs", List.of(Map.of("id", "run", "line", 1)),
                        "id", "run",
                        "after", 1,
                        "batches", 2,
                        "limit", 2))
                .execute()
                .summary()
                .plan();
        assertThat(operators(plan))
                .noneMatch(operator -> operator.startsWith("Sort") || operator.startsWith("Top"))
                .anyMatch(operator -> operator.startsWith("NodeIndexSeek"));
    }

    private static Stream<String> operators(Plan plan) {
        return Stream.concat(
                Stream.of(plan.operatorType()), plan.children().stream().flatMap(RunRowsTests::operators));
    }

    @Test
    void areReadFromBatchesWithoutDetails() {
        runInBatches(3);
        driver.executableQuery("MATCH (batch:ImportBatch) REMOVE batch.details").execute();
        assertThat(page(Map.of("first", 1)).lines()).singleElement().asString().contains("line=2", "members=[]");
    }

    private void runInBatches(int size) {
        imports.begin(ImportedLists.request(directory, false, LINES), size).run(run -> {});
    }

    /** The page of the runs, which is the same for each. */
    private Page page(Map<String, Object> arguments) {
        var document = graphQl.document(ROWS);
        arguments.forEach(document::variable);
        var pages = document.execute()
                .path("importRuns.nodes[*].rows")
                .entityList(Page.class)
                .get();
        assertThat(pages).isNotEmpty().allSatisfy(page -> assertThat(page).isEqualTo(pages.get(0)));
        return pages.get(0);
    }

    private record Page(List<Map<String, Object>> nodes, PageInfo pageInfo) {

        List<String> lines() {
            return nodes.stream().map(Map::toString).toList();
        }
    }

    private record PageInfo(boolean hasNextPage, boolean hasPreviousPage, String startCursor, String endCursor) {}
}
