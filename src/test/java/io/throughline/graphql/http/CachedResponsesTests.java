package io.throughline.graphql.http;

import static java.util.concurrent.CompletableFuture.supplyAsync;
import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.GraphTest;
import io.throughline.StatementLog;
import io.throughline.TestTokens;
import io.throughline.infra.cypher.GraphWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

/** The responses of the cache over HTTP; {@link ResponseCacheTests} has the cache alone. */
@GraphTest
class CachedResponsesTests extends HttpTestBase {

    private static final String STATUS = "Cache-Status";
    private static final String HIT = "throughline; hit";
    private static final String STORED = "throughline; fwd=miss; stored";
    private static final String C40 = "{ network(id: \"c40\") { name } }";
    private static final String LONG = "{ cities(first: 100) { nodes { id name } } }";

    @Autowired
    private GraphWriter writer;

    @Autowired
    CachedResponsesTests(WebApplicationContext server) {
        super(server);
    }

    @BeforeEach
    void beginWithoutEntries() {
        writer.write(transaction -> "no change, but a new version");
    }

    @Test
    void aHitIsWhatTheMissWasAndRunsNoStatement() throws IOException {
        var miss = get("query", C40);
        try (var log = new StatementLog()) {
            var hit = get("query", C40);
            assertThat(log.runs()).isEmpty();
            assertThat(miss).hasHeader(STATUS, STORED);
            assertThat(hit).hasStatusOk().hasHeader(STATUS, HIT);
            assertThat(headers(hit)).isEqualTo(headers(miss)).containsKeys("ETag", "Vary", "Content-Type");
            assertThat(hit.getResponse().getContentAsByteArray())
                    .isEqualTo(miss.getResponse().getContentAsByteArray());
        }
    }

    @Test
    void getHeadAndPostShareAnEntry() {
        assertThat(browser.method(HttpMethod.HEAD).uri("/graphql").param("query", C40))
                .hasStatusOk()
                .hasHeader(STATUS, STORED);
        assertThat(get("query", C40)).hasHeader(STATUS, HIT);
        assertThat(post(body(C40))).hasHeader(STATUS, HIT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"query\": \"{ network(id: \\\"c40\\\") { name} }\"}",
                "{\"query\": \"{ network(id: \\\"c40\\\") { name } }\", \"variables\": {\"a\": 1}}",
                "{\"query\": \"{ network(id: \\\"c40\\\") { name } }\", \"operationName\": \"\"}"
            })
    void anotherRequestHasAnotherEntry(String body) {
        post(body(C40));
        assertThat(post(body)).hasStatusOk().hasHeader(STATUS, STORED);
    }

    @Test
    void aResponseInAnotherMediaTypeIsAnotherEntry() {
        post(body(C40));
        assertThat(post(body(C40), "Accept", "application/graphql-response+json"))
                .hasHeader(STATUS, STORED)
                .hasHeader("Content-Type", "application/graphql-response+json;charset=UTF-8");
        assertThat(post(body(C40), "Accept", "application/graphql-response+json"))
                .hasHeader(STATUS, HIT)
                .hasHeader("Content-Type", "application/graphql-response+json;charset=UTF-8");
    }

    @Test
    void plainAndCompressedAreMadeOfOneExecution() throws IOException {
        var compressed = getCompressed(LONG);
        assertThat(compressed).hasHeader(STATUS, STORED).hasHeader("Content-Encoding", "gzip");
        var plain = get("query", LONG);
        assertThat(plain).hasHeader(STATUS, HIT).doesNotContainHeader("Content-Encoding");
        assertThat(getCompressed(LONG)).hasHeader(STATUS, HIT).hasHeader("Content-Encoding", "gzip");
        var tag = plain.getResponse().getHeader("ETag");
        assertThat(compressed).hasHeader("ETag", String.valueOf(tag).replaceFirst("\"$", "-gzip\""));
        var bytes = compressed.getResponse().getContentAsByteArray();
        assertThat(new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes())
                .isEqualTo(plain.getResponse().getContentAsByteArray());
    }

    @Test
    void whoHasTheResponseGetsTheTagOfTheFormThatTheyHave() {
        var tag = String.valueOf(get("query", LONG).getResponse().getHeader("ETag"));
        assertThat(browser.get()
                        .uri("/graphql")
                        .param("query", LONG)
                        .header("Accept-Encoding", "gzip")
                        .header("If-None-Match", tag))
                .hasStatus(304)
                .hasHeader("ETag", tag)
                .hasHeader(STATUS, "throughline; hit; detail=etag");
    }

    @Test
    void aChangeOfTheGraphShowsAtOnce() {
        assertThat(nameOfC40()).isEqualTo("C40 Cities");
        try {
            rename("C41 Cities");
            assertThat(nameOfC40()).isEqualTo("C41 Cities");
        } finally {
            rename("C40 Cities");
        }
        assertThat(nameOfC40()).isEqualTo("C40 Cities");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ city(id: \"<b>\") { name } }",
                "{ town { name } }",
                "{ city(",
                "{ users { name } }",
                "mutation { removeUser(input: {name: \"a\"}) { name } }",
                "subscription { graphChanged { version } }"
            })
    void onlyCompleteAnswersToQueriesAreStored(String document) {
        for (var time = 0; time < 2; time++) {
            assertThat(post(body(document)))
                    .hasHeader(STATUS, "throughline; fwd=miss")
                    .hasHeader("Cache-Control", "no-store")
                    .doesNotContainHeader("ETag");
        }
    }

    @Test
    void aRequestWithATokenGoesAroundTheCache() {
        get("query", C40);
        assertThat(post(body(C40), "Authorization", "Bearer " + TestTokens.curator()))
                .hasStatusOk()
                .hasHeader(STATUS, "throughline; fwd=bypass")
                .hasHeader("Cache-Control", "no-store")
                .doesNotContainHeader("ETag");
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-cache", "max-age=0, No-Store"})
    void aCallerCanHaveTheResponseComputed(String directives) {
        get("query", C40);
        assertThat(post(body(C40), "Cache-Control", directives))
                .hasStatusOk()
                .hasHeader(STATUS, "throughline; fwd=request")
                .containsHeader("ETag");
    }

    @Test
    void theProgressOfARunningImportIsNotStored() {
        writer.write(transaction -> transaction.run("""
                        CREATE (:Entity:Activity:ImportRun {
                          id: 'cached-responses-tests', state: 'RUNNING', sourceId: 's', mapping: 'm', mappingText: 'm', fileName: 'f',
                          sha256: 'h', size: 10, person: 'p', startedAt: datetime() - duration('PT5S'), linesDone: 1, bytesDone: 5})""").consume());
        try {
            var document = "{ importRun(id: \"cached-responses-tests\") { fileName %s } }";
            assertThat(get("query", document.formatted(""))).hasHeader(STATUS, STORED);
            assertThat(get("query", document.formatted("progress { lines linesPerSecond }")))
                    .hasHeader(STATUS, "throughline; fwd=miss")
                    .hasHeader("Cache-Control", "no-store")
                    .bodyJson()
                    .doesNotHavePath("$.errors")
                    .extractingPath("$.data.importRun.progress.lines")
                    .isEqualTo(1);
        } finally {
            writer.write(transaction -> transaction
                    .run("MATCH (run:ImportRun {id: 'cached-responses-tests'}) DETACH DELETE run")
                    .consume());
        }
    }

    @Test
    void callersWhoComeTogetherCauseOneExecution() throws InterruptedException {
        var callers = 100;
        var document =
                "{ organizations(first: 200) { nodes { id name members(first: 5) { nodes { member { name } } } } } }";
        var threads = Executors.newFixedThreadPool(callers);
        try (var log = new StatementLog()) {
            post(body(document), "Cache-Control", "no-cache");
            var alone = log.runs();
            assertThat(alone).isNotEmpty().allMatch(run -> run.endsWith("×1"));
            var together = new CountDownLatch(callers);
            var responses = IntStream.range(0, callers)
                    .mapToObj(caller -> supplyAsync(
                            () -> {
                                together.countDown();
                                await(together);
                                return post(body(document));
                            },
                            threads))
                    .toList()
                    .stream()
                    .map(response -> response.join().getResponse())
                    .toList();
            assertThat(responses)
                    .extracting(response -> String.valueOf(response.getHeader(STATUS)))
                    .containsOnlyOnce(STORED)
                    .allMatch(status -> status.equals(STORED)
                            || status.equals(HIT)
                            || status.equals("throughline; fwd=miss; collapsed"));
            assertThat(responses)
                    .extracting(response -> response.getHeader("ETag"))
                    .containsOnly(responses.get(0).getHeader("ETag"));
            assertThat(log.runs())
                    .containsExactlyElementsOf(
                            alone.stream().map(run -> run.replace("×1", "×2")).toList());
        } finally {
            threads.shutdown();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** All but the one that says how the response came about. */
    private static Map<String, Object> headers(MvcTestResult result) {
        var response = result.getResponse();
        return response.getHeaderNames().stream()
                .filter(name -> !name.equals(STATUS))
                .collect(java.util.stream.Collectors.toMap(name -> name, response::getHeaders));
    }

    private MvcTestResult getCompressed(String document) {
        return browser.get()
                .uri("/graphql")
                .param("query", document)
                .header("Accept-Encoding", "gzip")
                .exchange();
    }

    private Object nameOfC40() {
        return assertThat(get("query", C40))
                .hasHeader(STATUS, STORED)
                .bodyJson()
                .extractingPath("$.data.network.name")
                .actual();
    }

    private void rename(String name) {
        writer.write(transaction -> transaction
                .run("MATCH (network:Network {id: 'c40'}) SET network.name = $name", Map.of("name", name))
                .consume());
    }
}
