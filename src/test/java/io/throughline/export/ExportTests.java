package io.throughline.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.GraphTest;
import io.throughline.StatementLog;
import io.throughline.infra.cypher.GraphWriter;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/** Tests what holds for exports in any format. */
@GraphTest
class ExportTests {

    private static final JsonMapper JSON = new JsonMapper();

    private final Exported exported;

    @Autowired
    private GraphWriter writer;

    @Autowired
    ExportTests(WebApplicationContext server, GraphQlTester graphQl) {
        exported = new Exported(server, graphQl);
    }

    @ParameterizedTest
    @CsvSource({
        "memberships.gexf, application/gexf+xml;charset=UTF-8",
        "memberships.graphml, application/graphml+xml;charset=UTF-8",
        "memberships.edges.csv, text/csv;charset=UTF-8",
        "memberships.nodes.csv, text/csv;charset=UTF-8",
        "memberships.json, application/json",
        "memberships.cyjs, application/json",
        "memberships.geojson, application/geo+json",
        "memberships.jsonl, application/jsonl",
        "memberships.ttl, text/turtle;charset=UTF-8",
        "memberships.jsonld, application/ld+json",
        "memberships.metadata.json, application/json"
    })
    void isAFileWithANameAndAType(String file, String type) {
        var response = exported.get(file + "?where={\"member\":{\"id\":{\"eq\":\"boston\"}}}");
        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.getContentType()).isEqualTo(type);
        assertThat(response.getHeader("Content-Disposition"))
                .isEqualTo("attachment; filename=\"throughline-%s\""
                        .formatted(file.replace("memberships.", "memberships-2026.11.6.")));
        assertThat(response.getHeader("Throughline-Dataset-Version")).isEqualTo("2026.11.6");
        assertThat(response.getHeaders("Link"))
                .contains("<https://creativecommons.org/licenses/by/4.0/>; rel=\"license\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "graph.gexf|field argument 'roots'",
                "graph.gexf?roots=c40&depth=9|depth is 9; expected a whole number from 0 to 3",
                "graph.gexf?roots=c40&depth=x|'depth' has an invalid value",
                "graph.gexf?roots=c40&depth=1&depth=2|depth is given 2 times; expected one value",
                "graph.gexf?roots=c40&asOf=2021-13|'asOf' has an invalid value",
                "graph.gexf?roots=c40&roles=FRIEND|'roles' has an invalid value",
                "memberships.ttl?first=3|first is not a parameter of this export; expected one of where, asOf, undated, knownAt",
                "memberships.ttl?where={|where is \"{\"; expected JSON of type MembershipFilter",
                "memberships.ttl?where={\"role\":{\"eq\":\"FRIEND\"}}|'where' has an invalid value",
                "memberships.ttl?where={\"source\":null}|source is null; expected a value",
                "memberships.jsonl?header=perhaps|header is \"perhaps\"; expected true or false",
                "panel.csv?organizations=c40&fromYear=2024&toYear=2020|toYear is 2020; expected",
                "panel.csv?organizations=c40&fromYear=x&toYear=2020|Variable 'fromYear' has an invalid value",
                "incidence.csv?organizations=c40&maxRows=0|maxRows is 0; expected a whole number from 1 to 10000"
            })
    void reportsTheInvalidArgument(String file, String message) throws Exception {
        var response = exported.get(file);
        assertThat(response.getStatus()).isEqualTo(400);
        assertThat(response.getContentType()).isEqualTo("application/json");
        assertThat(response.getContentAsString()).contains("\"code\":\"BAD_ARGUMENT\"");
        assertThat(message(response.getContentAsString())).contains(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "graph.gexf?roots=nowhere|nowhere: nothing has this id",
                "incidence.csv?organizations=c40,nowhere|nowhere: no organization has this id",
                "incidence.csv?organizations=c40,race-to-zer|race-to-zer: no organization has this id; did you mean race-to-zero?"
            })
    void reportsAnIdThatNothingHas(String file, String message) throws Exception {
        var response = exported.get(file);
        assertThat(response.getStatus()).isEqualTo(400);
        assertThat(response.getContentAsString()).contains("\"code\":\"UNKNOWN_ID\"");
        assertThat(message(response.getContentAsString())).isEqualTo(message);
    }

    private static String message(String answer) {
        return JSON.readTree(answer).at("/errors/0/message").asString();
    }

    @ParameterizedTest
    @CsvSource({"graph.xlsx", "graph.ttl", "incidence.gexf", "cities.csv"})
    void listsTheAvailableExports(String file) throws Exception {
        var response = exported.get(file);
        assertThat(response.getStatus()).isEqualTo(404);
        assertThat(message(response.getContentAsString()))
                .startsWith("no such export; available: graph.gexf, graph.graphml, graph.edges.csv")
                .contains("memberships.jsonl", "incidence.csv");
    }

    @Test
    void answersNotModifiedForAKnownETag() {
        var file = "memberships.edges.csv?asOf=2021-01-01";
        var tag = Objects.requireNonNull(exported.get(file).getHeader("ETag"));
        assertThat(tag).startsWith("W/\"");
        var again = exported.get(file, "If-None-Match", tag);
        assertThat(again.getStatus()).isEqualTo(304);
        assertThat(again.getContentAsByteArray()).isEmpty();
        assertThat(exported.get("memberships.edges.csv?asOf=2021-01-02", "If-None-Match", tag)
                        .getStatus())
                .isEqualTo(200);
        assertThat(exported.get(file + "&header=true", "If-None-Match", tag).getStatus())
                .isEqualTo(200);
        writer.write(transaction -> null);
        assertThat(exported.get(file, "If-None-Match", tag).getStatus()).isEqualTo(200);
    }

    @Test
    void answersHeadWithoutABody() {
        try (var log = new StatementLog()) {
            var response = exported.head("memberships.gexf");
            assertThat(response.getStatus()).isEqualTo(200);
            assertThat(response.getContentType()).isEqualTo("application/gexf+xml;charset=UTF-8");
            assertThat(response.getContentAsByteArray()).isEmpty();
            assertThat(log.runs()).doesNotContain("export/memberships-as-edges ×1");
        }
        assertThat(exported.head("graph.gexf").getStatus()).isEqualTo(400);
    }

    @Test
    void isTheSameEveryTime() {
        for (var file : List.of("memberships.edges.csv", "memberships.nodes.csv", "memberships.jsonl")) {
            assertThat(exported.text(file)).isEqualTo(exported.text(file));
        }
    }

    @Tag("full") // statements for earlier moments take seconds to plan
    @ParameterizedTest
    @ValueSource(strings = {"edges.csv", "nodes.csv", "json", "geojson", "jsonl"})
    void knownNowEqualsTheCurrentState(String format) {
        var lines = lines("memberships.%s?where={}".formatted(format));
        assertThat(lines("memberships.%s?where={}&knownAt=2100-01-01T00:00:00Z".formatted(format)))
                .isEqualTo(lines);
        assertThat(lines("memberships.%s?where={}&knownAt=2001-01-01T00:00:00Z".formatted(format)))
                .hasSizeLessThan(10);
    }

    /** Without the lines that report the query. */
    private List<String> lines(String file) {
        return exported.text(file)
                .lines()
                .filter(line -> !line.contains("where"))
                .toList();
    }

    @Test
    void runsOneStatementPerPartForAnyNumberOfRows() {
        try (var log = new StatementLog()) {
            exported.text("memberships.gexf");
            assertThat(log.runs())
                    .contains(
                            "export/dataset-and-sources ×1",
                            "export/ends-of-memberships ×3",
                            "export/memberships-as-edges ×1");
        }
    }

    @Test
    void bareFormatsLinkToTheirMetadata() {
        var response = exported.get("memberships.edges.csv?asOf=2021-01-01");
        assertThat(response.getHeaders("Link"))
                .contains(
                        "</exports/memberships.metadata.json?asOf=2021-01-01>; rel=\"describedby\"; type=\"application/json\"");
        var described = exported.text("memberships.metadata.json?asOf=2021-01-01");
        assertThat(described)
                .contains("\"version\":\"2026.11.6\"", "\"query\":\"memberships.metadata.json?asOf=2021-01-01\"")
                .contains("\"citation\":\"Throughline, Climate campaigns", "\"licence\":\"CC BY 4.0\"");
    }

    @Test
    void acceptsOnlyGetAndHead() {
        var response = exported.post("memberships.gexf");
        assertThat(response.getStatus()).isEqualTo(405);
        assertThat(response.getHeader("Allow")).isEqualTo("GET,HEAD");
    }
}
