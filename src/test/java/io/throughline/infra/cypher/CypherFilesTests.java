package io.throughline.infra.cypher;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.GraphTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Values;
import org.neo4j.driver.summary.Plan;
import org.springframework.beans.factory.annotation.Autowired;

@GraphTest
class CypherFilesTests {

    private static final Path QUERIES = Path.of("cypher/queries");

    @Autowired
    private Driver driver;

    static List<String> files() throws IOException {
        try (var paths = Files.walk(QUERIES)) {
            return paths.filter(Files::isRegularFile)
                    .map(path -> QUERIES.relativize(path).toString())
                    .sorted()
                    .toList();
        }
    }

    @Tag("full") // the database plans every statement
    @ParameterizedTest
    @MethodSource("files")
    void isPlannedWithoutScanningAllNodes(String file) {
        var statement = CypherStatement.in(file);
        var plan = driver.executableQuery("EXPLAIN " + statement.text())
                .withParameters(parametersOf(statement.text()).stream().collect(toMap(p -> p, p -> Values.NULL)))
                .execute()
                .summary()
                .plan();
        assertThat(operators(plan)).noneMatch(operator -> operator.startsWith("AllNodesScan"));
    }

    @ParameterizedTest
    @MethodSource("files")
    void hasAllSlotsOfAPageOrNone(String file) {
        var slots = CypherStatement.in(file).slots().stream()
                .map(CypherStatement.Slot::name)
                .collect(toSet());
        if (CypherStatement.in(file).text().contains(" AS page")) {
            assertThat(slots).contains(SlotName.AFTER, SlotName.ORDER, SlotName.KEY);
        } else {
            assertThat(slots).doesNotContain(SlotName.AFTER, SlotName.ORDER, SlotName.KEY, SlotName.PREFIX);
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void documentsEachParameter(String file) {
        var text = CypherStatement.in(file).text();
        var declared = find("^// \\$(\\w+):", text);
        assertThat(declared).isEqualTo(parametersOf(text));
    }

    @Test
    void theDecisionOnSlotsListsEachAndEachIsUsed() throws IOException {
        var used = files().stream()
                .flatMap(file -> CypherStatement.in(file).slots().stream())
                .map(CypherStatement.Slot::name)
                .collect(toSet());
        assertThat(used).containsExactlyInAnyOrder(SlotName.values());
        var page = Files.readString(Path.of("docs/adr/0008-slots-in-statements.md"));
        assertThat(find("^\\| `(\\w+)` \\|", page))
                .isEqualTo(Stream.of(SlotName.values()).map(SlotName::word).collect(toSet()));
    }

    @Test
    void everyFileIsUsedOnce() throws IOException {
        try (var sources = Files.walk(Path.of("src/main/java"))) {
            var used = sources.filter(path -> path.toString().endsWith(".java"))
                    .flatMap(path -> find("Statement\\.in\\(\"([^\"]+)\"\\)", read(path)).stream())
                    .toList();
            assertThat(used).containsExactlyInAnyOrderElementsOf(files());
        }
    }

    private static Set<String> parametersOf(String text) {
        return find("\\$(\\w+)", text.replaceAll("(?m)^//.*$", ""));
    }

    private static Set<String> find(String regex, String text) {
        return Pattern.compile(regex, Pattern.MULTILINE)
                .matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .collect(toSet());
    }

    private static Stream<String> operators(Plan plan) {
        return Stream.concat(
                Stream.of(plan.operatorType()), plan.children().stream().flatMap(CypherFilesTests::operators));
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
