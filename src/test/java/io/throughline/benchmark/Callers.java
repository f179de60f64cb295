package io.throughline.benchmark;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.AccessMode;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.SessionConfig;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks the server over HTTP and the database over Bolt, both with the caller's own thread waiting and connections kept. Java's
 * newer HTTP client hands over between threads, which on two cores takes longer than most answers.
 */
final class Callers {

    private static final SessionConfig READ = SessionConfig.builder()
            .withDatabase("neo4j")
            .withDefaultAccessMode(AccessMode.READ)
            .build();

    private final JsonMapper json = new JsonMapper();
    private final URI server;
    private final Driver driver;

    Callers(int port, Driver driver) {
        System.setProperty("http.maxConnections", "32");
        this.server = URI.create("http://127.0.0.1:" + port + "/graphql");
        this.driver = driver;
    }

    /** The answer to a question, in GraphQL; may hold errors. */
    String graphQl(Question question, int turn) {
        var body = json.writeValueAsString(Map.of(
                "query", question.document(), "variables", question.asked(turn).graphQl()));
        try {
            var connection = (HttpURLConnection) server.toURL().openConnection();
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            connection.setDoOutput(true);
            connection.setFixedLengthStreamingMode(bytes.length);
            connection.setRequestProperty("Content-Type", "application/json");
            connection.setRequestProperty("Accept", "application/graphql-response+json");
            try (var request = connection.getOutputStream()) {
                request.write(bytes);
            }
            var refused = connection.getErrorStream();
            try (var answer = refused == null ? connection.getInputStream() : refused) {
                return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
            }
        } catch (IOException e) {
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
