package io.throughline.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.GraphTest;
import io.throughline.cypher.GraphWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.json.JsonMapper;

@GraphTest
class GraphQlOverHttpTests {

    private static final String BOSTON = "{ city(id: \"boston\") { name } }";
    private static final String NAME = "$.data.city.name";
    private static final String CODE = "$.errors[0].extensions.code";
    private static final JsonMapper JSON = new JsonMapper();

    private final MockMvcTester browser;

    @Autowired
    private GraphWriter writer;

    @Autowired
    GraphQlOverHttpTests(WebApplicationContext server) {
        browser = MockMvcTester.from(server);
    }

    @Test
    void aQueryCanBeSentEitherWay() {
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
    void anAddressCarriesVariablesAndTheNameOfTheOperation() {
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
    void onlyQueriesAreRunByGet(String document) {
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
    void theCallerChoosesTheForm(@Nullable String accept, String type) {
        assertThat(post(body(BOSTON), "Accept", accept == null ? "" : accept))
                .hasStatusOk()
                .hasHeader("Content-Type", type + ";charset=UTF-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "text/event-stream;q=0", "application/json;q=0", "image/*, text/*"})
    void aFormThatIsNotOursIsRefused(String accept) {
        assertThat(post(body(BOSTON), "Accept", accept))
                .hasStatus(406)
                .bodyJson()
                .extractingPath(CODE)
                .isEqualTo("NOT_ACCEPTABLE");
    }

    @ParameterizedTest
    @CsvSource({"{ town { name } }, GRAPHQL_VALIDATION_FAILED", "{ city(, GRAPHQL_PARSE_FAILED"})
    void whatCannotBeRunIsABadRequestInTheTypeOfGraphQlOnly(String document, String code) {
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
    void aBodyThatIsNoRequestIsRefused(String body) {
        assertThat(post(body)).hasStatus(400).bodyJson().extractingPath(CODE).isEqualTo("BAD_REQUEST");
    }

    @Test
    void whatIsNotKnownIsIgnored() {
        assertThat(post("{\"query\": \"{ x }\", \"query\": \"{ __typename }\", \"variables\": null, \"more\": 1}"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.data.__typename")
                .isEqualTo("Query");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u00c0\u00af", "\u00e0\u0080\u00af", "\u00ff", "\u00ed\u00a0\u0080"})
    void bytesThatAreNotUtf8AreRefused(String latin) {
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
    void aBodyInAnotherFormIsRefused(String type) {
        assertThat(browser.post().uri("/graphql").header("Content-Type", type).content(body(BOSTON)))
                .hasStatus(415)
                .bodyJson()
                .extractingPath(CODE)
                .isEqualTo("UNSUPPORTED_MEDIA_TYPE");
    }

    @Test
    void aBodyThatIsTooLargeIsRefused() {
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
    void tenMegabytesOfVariablesAreRefused() {
        assertThat(post("{\"query\": \"{ __typename }\", \"variables\": {\"v\": \"" + "x".repeat(10_000_000) + "\"}}"))
                .hasStatus(413)
                .bodyJson()
                .extractingPath("$.errors[0].extensions.limitName")
                .isEqualTo("body");
    }

    @Test
    void theLimitsHoldForDocumentsNamedByTheirHashToo() {
        var document = new StringBuilder("{ ...f0 } fragment f300 on Query { __typename }");
        for (var i = 0; i < 300; i++) {
            document.append(" fragment f%d on Query { ...f%d }".formatted(i, i + 1));
        }
        var hash = "{\"persistedQuery\": {\"version\": 1, \"sha256Hash\": \"" + Hash.of(document.toString()) + "\"}}";
        for (var query : new String[] {document.toString(), ""}) {
            assertThat(query.isEmpty() ? get("extensions", hash) : get("query", query, "extensions", hash))
                    .hasStatusOk()
                    .bodyJson()
                    .extractingPath("$.errors[0].extensions.limitName")
                    .isEqualTo("fragments");
        }
    }

    @Test
    void everyAnswerTellsItsCost() {
        assertThat(post(body("{ cities(first: 7) { totalCount } }")))
                .bodyJson()
                .extractingPath("$.extensions.cost")
                .isEqualTo(Map.of("requested", 7, "limit", 500_000));
    }

    @Test
    void otherMethodsAreNotAllowed() {
        assertThat(browser.put().uri("/graphql")).hasStatus(405).hasHeader("Allow", "GET,HEAD,POST");
    }

    @Test
    void anAnswerThatTheCallerHoldsIsNotSentAgain() {
        var first = get("query", BOSTON);
        assertThat(first)
                .hasHeader("Cache-Control", "no-cache")
                .hasHeader("Vary", "Accept, Accept-Encoding")
                .headers()
                .hasHeaderSatisfying("ETag", tags -> assertThat(tags.get(0)).matches("\"[0-9a-f]{32}\""));
        var tag = tag(first);
        assertThat(held(tag)).hasStatus(304).hasHeader("ETag", tag).body().isEmpty();
        assertThat(held("\"other\", W/" + tag)).hasStatus(304);
        assertThat(held("\"other\"")).hasStatusOk();
        assertThat(tag(get("query", BOSTON))).isEqualTo(tag);
        assertThat(tag(post(body(BOSTON)))).isEqualTo(tag);
    }

    @Test
    void anotherRequestHasAnotherTag() {
        var tag = tag(get("query", BOSTON));
        assertThat(tag(get("query", BOSTON + " "))).isNotEqualTo(tag);
        assertThat(tag(get("query", BOSTON, "variables", "{\"a\": 1}"))).isNotEqualTo(tag);
        assertThat(tag(post(body(BOSTON), "Accept", "application/graphql-response+json")))
                .isNotEqualTo(tag);
    }

    @Test
    void aChangeOfTheGraphMakesNewTags() {
        var tag = tag(get("query", BOSTON));
        writer.write(transaction -> "nothing, but who knows");
        assertThat(held(tag)).hasStatusOk();
        assertThat(tag(get("query", BOSTON))).isNotEqualTo(tag);
    }

    @Test
    void anAnswerWithErrorsHasNoTag() {
        assertThat(get("query", "{ city(id: \"<b>\") { name } }"))
                .hasStatusOk()
                .doesNotContainHeader("ETag")
                .hasHeader("Cache-Control", "no-store");
    }

    @Test
    void aLongAnswerIsCompressedUnderATagOfItsOwn() throws IOException {
        var document = "{ cities(first: 100) { nodes { id name } } }";
        var plain = get("query", document);
        var packed = browser.get()
                .uri("/graphql")
                .param("query", document)
                .header("Accept-Encoding", "br, gzip")
                .exchange();
        assertThat(plain).doesNotContainHeader("Content-Encoding");
        assertThat(packed).hasHeader("Content-Encoding", "gzip");
        assertThat(tag(packed)).isEqualTo(tag(plain).replaceFirst("\"$", "-gzip\""));
        var bytes = packed.getResponse().getContentAsByteArray();
        assertThat(new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes())
                .isEqualTo(plain.getResponse().getContentAsByteArray());
        assertThat(browser.get().uri("/graphql").param("query", document).header("Accept-Encoding", "gzip;q=0"))
                .doesNotContainHeader("Content-Encoding");
    }

    @Test
    void aDocumentSentOnceCanBeNamedByItsHash() {
        var document = BOSTON + " # " + System.nanoTime();
        var hash = "{\"persistedQuery\": {\"version\": 1, \"sha256Hash\": \"" + Hash.of(document) + "\"}}";
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
    void aHashThatIsNotThatOfTheDocumentIsRefused() {
        var hash = "{\"persistedQuery\": {\"version\": 1, \"sha256Hash\": \"" + Hash.of("other") + "\"}}";
        assertThat(get("query", BOSTON, "extensions", hash))
                .hasStatus(400)
                .bodyJson()
                .extractingPath(CODE)
                .isEqualTo("PERSISTED_QUERY_HASH_MISMATCH");
        assertThat(get("extensions", "{\"persistedQuery\": {\"version\": 2}}")).hasStatus(400);
    }

    @Test
    void anExampleIsRunByItsName() {
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

    @Test
    void noDocumentOfOursIsTooLargeOrTooComplex() throws IOException {
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

    private MvcTestResult held(String tags) {
        return browser.get()
                .uri("/graphql")
                .param("query", BOSTON)
                .header("If-None-Match", tags)
                .exchange();
    }

    private MvcTestResult get(String... parameters) {
        var request = browser.get().uri("/graphql");
        for (var i = 0; i < parameters.length; i += 2) {
            request.param(parameters[i], parameters[i + 1]);
        }
        return request.exchange();
    }

    private MvcTestResult post(String body, String... headers) {
        var request = browser.post()
                .uri("/graphql")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body);
        for (var i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return request.exchange();
    }

    private static String body(String document) {
        return JSON.writeValueAsString(Map.of("query", document));
    }

    private static String tag(MvcTestResult result) {
        MockHttpServletResponse response = result.getResponse();
        var tag = response.getHeader("ETag");
        assertThat(tag).isNotNull();
        return String.valueOf(tag);
    }
}
