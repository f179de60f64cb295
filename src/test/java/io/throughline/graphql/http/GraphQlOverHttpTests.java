package io.throughline.graphql.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.GraphTest;
import io.throughline.reference.id.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.web.context.WebApplicationContext;

/** Requests of every form and their responses; {@link EntityTagTests} covers caching. */
@GraphTest
class GraphQlOverHttpTests extends HttpTestBase {

    private static final String NAME = "$.data.city.name";
    private static final String CODE = "$.errors[0].extensions.code";

    @Autowired
    GraphQlOverHttpTests(WebApplicationContext server) {
        super(server);
    }

    @Test
    void runsAQueryByPostAndByGet() {
        assertThat(post(body(BOSTON)))
                .hasStatusOk()
                .bodyJson()
                .extractingPath(NAME)
                .isEqualTo("Boston");
        assertThat(get("query", BOSTON))
                .hasStatusOk()
                .bodyJson()
                .extractingPath(NAME)
                .isEqualTo("Boston");
    }

    @Test
    void aUrlCanHaveVariablesAndAnOperationName() {
        var document = "query A { __typename } query B($id: ID!) { city(id: $id) { name } }";
        assertThat(get("query", document, "operationName", "B", "variables", "{\"id\": \"boston\"}"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath(NAME)
                .isEqualTo("Boston");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mutation { __typename }",
                "subscription { __typename }",
                "query A { __typename } mutation B { __typename }"
            })
    void getRunsOnlyQueries(String document) {
        assertThat(get("query", document, "operationName", document.contains(" B ") ? "B" : ""))
                .hasStatus(405)
                .hasHeader("Allow", "POST")
                .bodyJson()
                .extractingPath(CODE)
                .isEqualTo("METHOD_NOT_ALLOWED");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "                                                  | application/json",
                "*/*                                               | application/json",
                "text/html, */*;q=0.1                              | application/json",
                "application/json                                  | application/json",
                "application/graphql-response+json                 | application/graphql-response+json",
                "application/graphql-response+json, application/json;q=0.9 | application/graphql-response+json",
                "application/json;q=0.1, application/graphql-response+json | application/graphql-response+json"
            })
    void theCallerChoosesTheMediaType(@Nullable String accept, String type) {
        assertThat(post(body(BOSTON), "Accept", accept == null ? "" : accept))
                .hasStatusOk()
                .hasHeader("Content-Type", type + ";charset=UTF-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "text/event-stream;q=0", "application/json;q=0", "image/*, text/*"})
    void rejectsUnsupportedAcceptHeaders(String accept) {
        assertThat(post(body(BOSTON), "Accept", accept))
                .hasStatus(406)
                .bodyJson()
                .extractingPath(CODE)
                .isEqualTo("NOT_ACCEPTABLE");
    }

    @ParameterizedTest
    @CsvSource({"{ town { name } }, GRAPHQL_VALIDATION_FAILED", "{ city(, GRAPHQL_PARSE_FAILED"})
    void invalidDocumentsAreBadRequestsOnlyInTheGraphQlMediaType(String document, String code) {
        assertThat(post(body(document), "Accept", "application/graphql-response+json"))
                .hasStatus(400)
                .bodyJson()
                .extractingPath(CODE)
                .isEqualTo(code);
        assertThat(post(body(document), "Accept", "application/json")).hasStatusOk();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "1",
                "\"{ __typename }\"",
                "[]",
                "[{\"query\": \"{ __typename }\"}]",
                "{",
                "{\"query\"}",
                "{}",
                "{\"query\": null}",
                "{\"query\": \"\"}",
                "{\"query\": 1}",
                "{\"query\": [\"{ __typename }\"]}",
                "{\"query\": \"{ __typename }\", \"variables\": \"x\"}",
                "{\"query\": \"{ __typename }\", \"variables\": []}",
                "{\"query\": \"{ __typename }\", \"operationName\": 1}",
                "{\"query\": \"{ __typename }\", \"extensions\": false}",
                "{\"query\": \"{ __typename }\", \"documentId\": {}}",
                "{\"query\": \"{ __typename }\", \"documentId\": \"x\"}"
            })
    void rejectsInvalidBodies(String body) {
        assertThat(post(body)).hasStatus(400).bodyJson().extractingPath(CODE).isEqualTo("BAD_REQUEST");
    }

    @Test
    void ignoresUnknownParameters() {
        assertThat(post("{\"query\": \"{ x }\", \"query\": \"{ __typename }\", \"variables\": null, \"more\": 1}"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.data.__typename")
                .isEqualTo("Query");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u00c0\u00af", "\u00e0\u0080\u00af", "\u00ff", "\u00ed\u00a0\u0080"})
    void rejectsBytesThatAreNotUtf8(String latin) {
        var bytes = body("{ __typename } # " + latin).getBytes(StandardCharsets.ISO_8859_1);
        assertThat(browser.post()
                        .uri("/graphql")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(bytes))
                .hasStatus(400)
                .bodyJson()
                .extractingPath(CODE)
                .isEqualTo("BAD_REQUEST");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "application/json;charset=utf-16"})
    void rejectsOtherContentTypes(String type) {
        assertThat(browser.post().uri("/graphql").header("Content-Type", type).content(body(BOSTON)))
                .hasStatus(415)
                .bodyJson()
                .extractingPath(CODE)
                .isEqualTo("UNSUPPORTED_MEDIA_TYPE");
    }

    @Test
    void rejectsABodyThatIsTooLarge() {
        var variables = new StringBuilder();
        for (var i = 0; i < 400_000; i++) {
            variables.append(i == 0 ? "" : ",").append("\"v").append(i).append("\":1");
        }
        assertThat(post("{\"query\": \"{ __typename }\", \"variables\": {" + variables + "}}"))
                .hasStatus(413)
                .bodyJson()
                .extractingPath(CODE)
                .isEqualTo("BODY_TOO_LARGE");
    }

    @Test
    void rejectsTenMegabytesOfVariables() {
        assertThat(post("{\"query\": \"{ __typename }\", \"variables\": {\"v\": \"" + "x".repeat(10_000_000) + "\"}}"))
                .hasStatus(413)
                .bodyJson()
                .extractingPath("$.errors[0].extensions.limitName")
                .isEqualTo("body");
    }

    @Test
    void limitsApplyToPersistedQueries() {
        var document = new StringBuilder("{ ...f0 } fragment f300 on Query { __typename }");
        for (var i = 0; i < 300; i++) {
            document.append(" fragment f%d on Query { ...f%d }".formatted(i, i + 1));
        }
        var hash = "{\"persistedQuery\": {\"version\": 1, \"sha256Hash\": \"" + Sha256.of(document.toString()) + "\"}}";
        for (var query : new String[] {document.toString(), ""}) {
            assertThat(query.isEmpty() ? get("extensions", hash) : get("query", query, "extensions", hash))
                    .hasStatusOk()
                    .bodyJson()
                    .extractingPath("$.errors[0].extensions.limitName")
                    .isEqualTo("fragments");
        }
    }

    @Test
    void everyResponseReportsItsCost() {
        assertThat(post(body("{ cities(first: 7) { totalCount } }")))
                .bodyJson()
                .extractingPath("$.extensions.cost")
                .isEqualTo(Map.of("requested", 7, "limit", 500_000));
    }

    @Test
    void rejectsOtherMethods() {
        assertThat(browser.put().uri("/graphql")).hasStatus(405).hasHeader("Allow", "GET,HEAD,POST");
    }

    @Test
    void aDocumentSentOnceCanBeRunByItsHash() {
        var document = BOSTON + " # " + System.nanoTime();
        var hash = "{\"persistedQuery\": {\"version\": 1, \"sha256Hash\": \"" + Sha256.of(document) + "\"}}";
        assertThat(get("extensions", hash))
                .hasStatusOk()
                .hasHeader("Cache-Control", "no-store")
                .bodyJson()
                .extractingPath(CODE)
                .isEqualTo("PERSISTED_QUERY_NOT_FOUND");
        assertThat(get("query", document, "extensions", hash)).hasStatusOk();
        assertThat(get("extensions", hash))
                .hasStatusOk()
                .containsHeader("ETag")
                .bodyJson()
                .extractingPath(NAME)
                .isEqualTo("Boston");
    }

    @Test
    void rejectsAHashThatDoesNotMatchTheDocument() {
        var hash = "{\"persistedQuery\": {\"version\": 1, \"sha256Hash\": \"" + Sha256.of("other") + "\"}}";
        assertThat(get("query", BOSTON, "extensions", hash))
                .hasStatus(400)
                .bodyJson()
                .extractingPath(CODE)
                .isEqualTo("PERSISTED_QUERY_HASH_MISMATCH");
        assertThat(get("extensions", "{\"persistedQuery\": {\"version\": 2}}")).hasStatus(400);
    }

    @Test
    void runsAnExampleByItsName() {
        assertThat(get("documentId", "01-boston-in-race-to-zero"))
                .hasStatusOk()
                .bodyJson()
                .doesNotHavePath("$.errors");
        assertThat(get("documentId", "../application"))
                .hasStatus(400)
                .bodyJson()
                .extractingPath(CODE)
                .isEqualTo("DOCUMENT_NOT_FOUND");
    }

    @Tag("full") // ExamplesTests runs most of them too
    @Test
    void ourOwnDocumentsAreWithinTheLimits() throws IOException {
        try (var files = Files.list(Path.of("graphql/examples"))) {
            var documents =
                    files.filter(file -> file.toString().endsWith(".graphql")).toList();
            assertThat(documents).isNotEmpty();
            for (var document : documents) {
                assertThat(post(body(Files.readString(document))))
                        .hasStatusOk()
                        .bodyJson()
                        .doesNotHavePath("$.errors");
            }
        }
        assertThat(post(body(graphql.introspection.IntrospectionQuery.INTROSPECTION_QUERY)))
                .hasStatusOk()
                .bodyJson()
                .doesNotHavePath("$.errors");
    }
}
