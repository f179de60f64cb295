package io.throughline.benchmark;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.AccessMode;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.SessionConfig;
import tools.jackson.databind.json.JsonMapper;

/** Asks the server over HTTP and the database over Bolt. */
final class Callers {

    private static final SessionConfig READ = SessionConfig.builder()
            .withDatabase("neo4j")
            .withDefaultAccessMode(AccessMode.READ)
            .build();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final JsonMapper json = new JsonMapper();
    private final URI server;
    private final Driver driver;

    Callers(int port, Driver driver) {
        this.server = URI.create("http://127.0.0.1:" + port + "/graphql");
        this.driver = driver;
    }

    /** The answer to a question, in GraphQL; may hold errors. */
    String graphQl(Question question, int turn) {
        var body = json.writeValueAsString(Map.of(
                "query", question.document(), "variables", question.asked(turn).graphQl()));
        var request = HttpRequest.newBuilder(server)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Its rows, over Bolt: one round trip, without a transaction around it. */
    List<Map<String, Object>> bolt(Question question, int turn) {
        try (var session = driver.session(READ)) {
            return session.run(question.statement(), question.asked(turn).cypher())
                    .list(Record::asMap);
        }
    }
}
