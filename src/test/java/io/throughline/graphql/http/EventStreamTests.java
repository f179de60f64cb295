package io.throughline.graphql.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.GraphTest;
import io.throughline.TestTokens;
import io.throughline.infra.cypher.GraphWriter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

@GraphTest
// on a thread of its own, because reading from HttpClient's stream ignores interrupts
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class EventStreamTests {

    private static final String CHANGES = "subscription { graphChanged { version } }";

    private final HttpClient client = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Autowired
    private GraphWriter writer;

    @Test
    void aQueryGivesOneEventAndCompletes() throws Exception {
        var answer = post("{ city(id: \"boston\") { name } }", null);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
        var lines = new String(answer.body().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(lines)
                .containsSubsequence(
                        "event:next\ndata:{\"data\":{\"city\":{\"name\":\"Boston\"}}", "\n\nevent:complete\ndata:\n\n");
    }

    @ParameterizedTest
    @CsvSource({"GET", "POST"})
    void sendsAnEventPerChangeByGetAndByPost(String method) throws Exception {
        var answer = method.equals("GET") ? get(CHANGES) : post(CHANGES, null);
        assertThat(answer.statusCode()).isEqualTo(200);
        try (var events = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            // the first comment shows that the stream is open
            assertThat(events.readLine()).isEqualTo(":");
            writer.write(nothing -> null);
            assertThat(nextOf(events)).contains("\"graphChanged\":{\"version\":\"");
            writer.write(nothing -> null);
            assertThat(nextOf(events)).contains("\"graphChanged\":{\"version\":\"");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ town } | 400 | GRAPHQL_VALIDATION_FAILED",
                "mutation { addUser(input: {name: \"\", roles: []}) { token } } | 401 | UNAUTHORIZED",
                "subscription { graphChanged { version } a: graphChanged { version } } | 400 | GRAPHQL_VALIDATION_FAILED"
            })
    void rejectedOperationsGetAJsonResponse(String document, int status, String code) throws Exception {
        var answer = post(document, null);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json;charset=UTF-8");
        assertThat(new String(answer.body().readAllBytes(), StandardCharsets.UTF_8))
                .contains(code);
    }

    @Test
    void aMutationNeedsARoleAndPost() throws Exception {
        var add = "mutation { addUser(input: {name: \"\", roles: []}) { userErrors { code } } }";
        assertThat(post(add, TestTokens.of("a-reader")).statusCode()).isEqualTo(403);
        assertThat(new String(post(add, TestTokens.admin()).body().readAllBytes(), StandardCharsets.UTF_8))
                .contains("event:next", "NAME_INVALID");
        assertThat(get(add).statusCode()).isEqualTo(405);
    }

    @Test
    void aSubscriptionNeedsAStream() throws Exception {
        var answer = client.send(
                request()
                        .header("Content-Type", "application/json")
                        .POST(body(CHANGES))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.body()).contains("SUBSCRIPTION_NEEDS_STREAM", "text/event-stream");
    }

    @Test
    void headStartsNoStream() throws Exception {
        var address = "http://localhost:%d/graphql?query=%s"
                .formatted(port, URLEncoder.encode(CHANGES, StandardCharsets.UTF_8));
        var answer = client.send(
                HttpRequest.newBuilder(URI.create(address))
                        .method("HEAD", HttpRequest.BodyPublishers.noBody())
                        .header("Accept", "text/event-stream")
                        .timeout(Duration.ofSeconds(20))
                        .build(),
                HttpResponse.BodyHandlers.discarding());
        assertThat(answer.statusCode()).isEqualTo(405);
    }

    private static String nextOf(BufferedReader events) throws IOException {
        for (String line; (line = events.readLine()) != null; ) {
            if (line.startsWith("data:")) {
                return line;
            }
        }
        throw new AssertionError("the stream ended");
    }

    private HttpResponse<InputStream> post(String document, @Nullable String token) throws Exception {
        var request = request()
                .header("Content-Type", "application/json")
                .header("Accept", "text/event-stream")
                .POST(body(document));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    }

    private HttpResponse<InputStream> get(String document) throws Exception {
        var address = "http://localhost:%d/graphql?query=%s"
                .formatted(port, URLEncoder.encode(document, StandardCharsets.UTF_8));
        return client.send(
                HttpRequest.newBuilder(URI.create(address))
                        .header("Accept", "text/event-stream")
                        .build(),
                HttpResponse.BodyHandlers.ofInputStream());
    }

    private HttpRequest.Builder request() {
        return HttpRequest.newBuilder(URI.create("http://localhost:%d/graphql".formatted(port)))
                .timeout(Duration.ofSeconds(20));
    }

    private static HttpRequest.BodyPublisher body(String document) {
        return HttpRequest.BodyPublishers.ofString(new JsonMapper().writeValueAsString(Map.of("query", document)));
    }
}
