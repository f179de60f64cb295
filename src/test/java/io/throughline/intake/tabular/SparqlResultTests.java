package io.throughline.intake.tabular;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Results of a SPARQL query in JSON. */
class SparqlResultTests {

    private static final String RESULT = """
            {
              "head" : { "link" : [ ], "vars" : [ "member", "name", "start" ] },
              "results" : {
                "distinct" : false,
                "bindings" : [ {
                  "member" : { "type" : "uri", "value" : "http://www.wikidata.org/entity/Q100" },
                  "name" : { "type" : "literal", "xml:lang" : "en", "value" : "Boston" },
                  "start" : { "type" : "literal", "value" : "2005" }
                }, {
                  "name" : { "xml:lang" : "en", "type" : "literal", "value" : "Zürich, \\"the city\\"" },
                  "member" : { "type" : "bnode", "value" : "t1" }
                } ]
              }
            }
            """;

    @TempDir
    private Path folder;

    private PublishedFiles files;

    @BeforeEach
    void createFiles() {
        files = new PublishedFiles(folder);
    }

    @Test
    void readsVariablesAsColumnsAndSolutionsAsRows() throws Exception {
        for (var text : List.of(RESULT, "\uFEFF" + RESULT, RESULT.replaceAll("\\s*\n\\s*", ""))) {
            var file = files.open(text);
            assertThat(file.format()).isEqualTo(FileFormat.SPARQL_JSON);
            assertThat(file.header()).containsExactly("member", "name", "start");
            assertThat(PublishedFiles.cells(file))
                    .containsExactly(
                            List.of("http://www.wikidata.org/entity/Q100", "Boston", "2005"),
                            List.of("t1", "Zürich, \"the city\"", ""));
            assertThat(PublishedFiles.lines(file)).extracting(TableLine::number).containsExactly(1, 2);
        }
    }

    @Test
    void readsResultsThatComeBeforeTheVariables() throws Exception {
        var file = files.open("{\"results\": {\"bindings\": [{\"a\": {\"type\": \"literal\", \"value\": \"1\"}}], "
                + "\"ordered\": true}, \"head\": {\"vars\": [\"a\", \"b\"]}}");
        assertThat(file.header()).containsExactly("a", "b");
        assertThat(PublishedFiles.cells(file)).containsExactly(List.of("1", ""));
    }

    @Test
    void readsItAgainFromTheStart() throws Exception {
        var file = files.open(RESULT);
        assertThat(PublishedFiles.lines(file)).hasSize(2).isEqualTo(PublishedFiles.lines(file));
        assertThat(file.bytesRead()).isPositive().isLessThanOrEqualTo(file.size());
    }

    @Test
    void refusesResultsThatAreCutOff() {
        for (var length : List.of(RESULT.length() / 2, RESULT.length() - 5)) {
            assertThat(files.refused(RESULT.substring(0, length).getBytes(UTF_8)))
                    .satisfies(refused -> assertThat(refused.code()).isEqualTo("DAMAGED_JSON"))
                    .hasMessageContaining("is cut off or damaged")
                    .hasMessageContaining("run the query again");
        }
    }

    @Test
    void refusesResultsFollowedByTheErrorOfAServerThatRanOutOfTime() {
        var bytes = (RESULT.substring(0, RESULT.indexOf("}, {")) + "\njava.util.concurrent.TimeoutException\n\tat …")
                .getBytes(UTF_8);
        assertThat(files.refused(bytes).code()).isEqualTo("DAMAGED_JSON");
    }

    @Test
    void refusesAQueryWithoutResults() {
        var none = "{\"head\":{\"vars\":[\"a\"]},\"results\":{\"bindings\":[]}}";
        assertThat(files.refused(none.getBytes(UTF_8)))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo("NO_ROWS"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"head\":{\"vars\":[\"a\"]},\"boolean\":true}",
                "{\"head\":{\"vars\":[\"a\"]},\"results\":{\"bindings\":{}}}"
            })
    void refusesADocumentWithoutBindings(String text) {
        assertThat(files.refused(text.getBytes(UTF_8)).code()).isEqualTo("DAMAGED_JSON");
    }

    @Test
    void aLineThatHasAHeadIsStillAJsonLine() throws Exception {
        assertThat(files.open("{\"head\":\"x\",\"vars\":1}\n").format()).isEqualTo(FileFormat.JSON_LINES);
    }
}
