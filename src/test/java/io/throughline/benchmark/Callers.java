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
 * Queries the server over HTTP and the database over Bolt, both blocking the caller's own thread and reusing
 * connections. Java's newer HTTP client switches threads, which on two cores takes longer than most responses.
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

    /** Sends the GraphQL query; the response may contain errors. */
    String graphQl(Question question, int turn) {
        var body = json.writeValueAsString(Map.of(
                "query",
                question.document(),
                "variables",
                question.arguments(turn).graphQl()));
        try {
            var connection = (HttpURLConnection) server.toURL().openConnection();
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            connection.setDoOutput(true);
            connection.setFixedLengthStreamingMode(bytes.length);
            connection.setRequestProperty("Content-Type", "application/json");
            connection.setRequestProperty("Accept", "application/graphql-response+json");
            // executions are measured, not the cache of responses
            connection.setRequestProperty("Cache-Control", "no-cache");
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

    /** Runs the Cypher statement over Bolt: one round trip, in auto-commit mode. */
    List<Map<String, Object>> bolt(Question question, int turn) {
        try (var session = driver.session(READ)) {
            return session.run(question.statement(), question.arguments(turn).cypher())
                    .list(Record::asMap);
        }
    }
}
