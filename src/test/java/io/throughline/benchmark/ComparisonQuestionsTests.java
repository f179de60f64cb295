package io.throughline.benchmark;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import graphql.parser.Parser;
import graphql.validation.Validator;
import io.throughline.GraphTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Values;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.execution.GraphQlSource;

/** The questions of the comparison that {@code src/test/comparison/compare.py} runs. */
@GraphTest
class ComparisonQuestionsTests {

    private static final Pattern PARAMETER = Pattern.compile("\\$(\\w+)");
    private static final Path COMPARISON = Path.of("src/test/comparison");

    @Autowired
    private GraphQlSource source;

    @Autowired
    private Driver driver;

    static List<Path> documents() throws IOException {
        return files("questions/throughline");
    }

    static List<String> statements() throws IOException {
        return Stream.of(files("load.cypher"), files("questions/cypher"), files("questions/cypher-indexed"))
                .flatMap(List::stream)
                .flatMap(file -> Stream.of(read(file).split(";\\n")))
                .filter(statement -> !statement.isBlank())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void fitsTheSchema(Path document) {
        var errors = new Validator().validateDocument(source.schema(), Parser.parse(read(document)), Locale.ENGLISH);
        assertThat(errors).isEmpty();
    }

    @Tag("full") // the database plans every statement
    @ParameterizedTest
    @MethodSource("statements")
    void isPlanned(String statement) {
        var parameters = PARAMETER
                .matcher(statement)
                .results()
                .map(name -> name.group(1))
                .distinct();
        // not in a transaction, because loading makes transactions of its own
        try (var session = driver.session()) {
            var plan =
                    session.run("EXPLAIN " + statement, parameters.collect(toMap(name -> name, name -> Values.NULL)));
            assertThat(plan.consume().hasPlan()).isTrue();
        }
    }

    private static List<Path> files(String folder) throws IOException {
        try (var files = Files.walk(COMPARISON.resolve(folder))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
