package io.throughline.intake.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.throughline.GraphTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sends requests to {@code /reconcile} over HTTP, and checks every answer against the schema of its kind. */
@GraphTest
abstract class ReconciliationTestBase {

    static final JsonMapper JSON = JsonMapper.shared();

    private static final Path SCHEMAS = Path.of("src/test/resources/reconcile");

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    final String address() {
        return "http://localhost:%d/reconcile".formatted(port);
    }

    /** The answer to a batch of queries, given with single quotes for double ones. */
    final JsonNode reconcile(String queries) {
        var batch = queries.replace('\'', '"');
        assertValid("query-batch", JSON.readTree(batch));
        return valid("result-batch", form("queries", batch));
    }

    /** The candidates for one query, given with single quotes for double ones. */
    final JsonNode candidates(String query) {
        return reconcile("{'q': %s}".formatted(query)).path("q").path("result");
    }

    /** The answer to a data extension query, given with single quotes for double ones. */
    final JsonNode extend(String query) {
        var text = query.replace('\'', '"');
        assertValid("extension-query", JSON.readTree(text));
        return valid("extension-response", form("extend", text));
    }

    final HttpResponse<String> form(String field, String value) {
        return send(request("")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(field + "=" + encoded(value))));
    }

    final HttpResponse<String> get(String pathAndQuery) {
        return send(request(pathAndQuery));
    }

    final HttpRequest.Builder request(String pathAndQuery) {
        return HttpRequest.newBuilder(URI.create(address() + pathAndQuery));
    }

    final HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The body of a successful response, which must match a schema. */
    static JsonNode valid(String schema, HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
        var body = JSON.readTree(response.body());
        assertValid(schema, body);
        return body;
    }

    static void assertValid(String schema, JsonNode value) {
        assertThat(mistakes(schema, value)).as(value.toString()).isEmpty();
    }

    static List<String> mistakes(String schema, JsonNode value) {
        try {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(Files.readString(SCHEMAS.resolve(schema + ".json")), InputFormat.JSON)
                    .validate(value)
                    .stream()
                    .map(Object::toString)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
