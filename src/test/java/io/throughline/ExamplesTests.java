package io.throughline;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.language.Field;
import graphql.language.Node;
import graphql.parser.Parser;
import io.throughline.infra.cypher.GraphWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;

/**
 * The documents of {@code graphql/examples} and the statements each takes, which are next to it in a {@code .runs}
 * file. {@code -Dexamples.write} rewrites those files, to be reviewed like any other change.
 */
@GraphTest
class ExamplesTests {

    private static final Path EXAMPLES = Path.of("graphql/examples");

    @Autowired
    private GraphQlTester graphQl;

    @Autowired
    private GraphWriter writer;

    static List<String> documents() throws IOException {
        try (var files = Files.list(EXAMPLES)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".graphql"))
                    .map(name -> name.replace(".graphql", ""))
                    .sorted()
                    .toList();
        }
    }

    @Tag("full") // plans the statements of every example
    @ParameterizedTest
    @MethodSource("documents")
    void runsTheStatementsInItsRunsFile(String name) throws IOException {
        List<String> runs;
        try (var log = StatementLog.afterWrite(writer)) {
            graphQl.documentName(name).executeAndVerify();
            runs = log.runs();
        }
        var file = EXAMPLES.resolve(name + ".runs");
        if (System.getProperty("examples.write") != null) {
            Files.write(file, runs);
        }
        assertThat(runs).isEqualTo(Files.readAllLines(file));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void takesNoMoreStatementsThanItsDepthHasLevelsAndOne(String name) throws IOException {
        var depth = depth(Parser.parse(Files.readString(EXAMPLES.resolve(name + ".graphql"))));
        var statements = Files.readAllLines(EXAMPLES.resolve(name + ".runs")).stream()
                .mapToInt(run -> Integer.parseInt(run.substring(run.indexOf('×') + 1)))
                .sum();
        assertThat(statements).isLessThanOrEqualTo(depth + 1);
    }

    @ParameterizedTest
    @MethodSource("documents")
    void beginsWithTheQuestionItAnswers(String name) throws IOException {
        assertThat(Files.readAllLines(EXAMPLES.resolve(name + ".graphql")).get(0))
                .matches("# .+[.?]");
    }

    @Test
    void takesAsManyStatementsForManyRowsAsForFew() {
        var document = """
                query($first: Int) {
                  organizations(first: $first) {
                    nodes {
                      members(first: $first) {
                        totalCount
                        nodes { member { name } via { name } claims(first: $first) { nodes { source { publisher { name } } } } }
                      }
                    }
                  }
                }
                """;
        assertThat(runs(document, 40)).isEqualTo(runs(document, 3)).isNotEmpty();
    }

    @Test
    void sharesStatementsBetweenAliases() {
        var document = """
                {
                  a: organization(id: "c40") { members(first: 5) { nodes { member { name } } } }
                  b: organization(id: "gcom") { members(first: 5) { nodes { member { name } } } }
                  c: city(id: "boston") { memberships(first: 5) { nodes { organization { name } } } }
                  d: city(id: "london") { memberships(first: 5) { nodes { organization { name } } } }
                }
                """;
        assertThat(runs(document, 0))
                .contains("membership/members-of-organizations ×1", "membership/memberships-of-agents ×1");
    }

    private static int depth(Node<?> node) {
        return (node instanceof Field ? 1 : 0)
                + node.getChildren().stream()
                        .mapToInt(ExamplesTests::depth)
                        .max()
                        .orElse(0);
    }

    private List<String> runs(String document, int first) {
        try (var log = StatementLog.afterWrite(writer)) {
            graphQl.document(document).variable("first", first).executeAndVerify();
            return log.runs();
        }
    }
}
