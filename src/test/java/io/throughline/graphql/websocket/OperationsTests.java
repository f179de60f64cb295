package io.throughline.graphql.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.GraphTest;
import io.throughline.TestTokens;
import io.throughline.infra.cypher.GraphWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;

/** Operations over a WebSocket: their results, permissions and limits. */
@GraphTest
@Timeout(60)
class OperationsTests extends WebSocketTestBase {

    @Autowired
    private GraphWriter writer;

    @Test
    void aQueryGivesOneResult() throws InterruptedException {
        try (var socket = TestSocket.initialised(port)) {
            var answer = socket.subscribe("1", BOSTON).next();
            assertThat(answer.at("/type").asString()).isEqualTo("next");
            assertThat(answer.at("/id").asString()).isEqualTo("1");
            assertThat(answer.at("/payload/data/city/name").asString()).isEqualTo("Boston");
            assertThat(answer.at("/payload/extensions/cost/limit").asInt()).isPositive();
            assertThat(socket.next().toString()).isEqualTo("{\"type\":\"complete\",\"id\":\"1\"}");
            assertThat(socket.subscribe("1", BOSTON)
                            .expect("next")
                            .expect("complete")
                            .isQuietFor(100))
                    .isTrue();
        }
    }

    @Test
    void sendsEveryChangeUntilTheCallerCompletes() throws InterruptedException {
        try (var socket = TestSocket.initialised(port)) {
            socket.subscribe("a", CHANGES);
            assertThat(socket.isQuietFor(1_500)).isTrue();
            change();
            var first = socket.next().at("/payload/data/graphChanged");
            assertThat(socket.isQuietFor(1_500)).isTrue();
            change();
            var second = socket.next().at("/payload/data/graphChanged");
            assertThat(second.at("/version").asString())
                    .isNotEmpty()
                    .isNotEqualTo(first.at("/version").asString());
            assertThat(second.at("/changedAt").asString())
                    .isGreaterThan(first.at("/changedAt").asString());
            socket.send("{\"type\": \"complete\", \"id\": \"a\"}");
            change();
            assertThat(socket.isQuietFor(1_500)).isTrue();
            var missed = socket.subscribe(
                            "b",
                            "subscription { graphChanged(sinceVersion: \"%s\") { version } }"
                                    .formatted(second.at("/version").asString()))
                    .next();
            assertThat(missed.at("/payload/data/graphChanged/version").asString())
                    .isNotEqualTo(second.at("/version").asString());
        }
    }

    @Test
    void anInvalidOperationDoesNotCloseTheConnection() {
        try (var socket = TestSocket.initialised(port)) {
            for (var document :
                    List.of("{ town { name } }", "{ city(", "{}", "{" + " __typename".repeat(6_000) + "}")) {
                var answer = socket.subscribe("1", document).next();
                assertThat(answer.at("/type").asString()).as(document).isEqualTo("error");
                assertThat(answer.at("/payload/0/extensions/code").asString())
                        .isIn("GRAPHQL_VALIDATION_FAILED", "GRAPHQL_PARSE_FAILED", "DOCUMENT_TOO_LARGE");
            }
            socket.send("{\"id\": \"2\", \"type\": \"subscribe\", \"payload\": {\"documentId\": \"no-such\"}}");
            assertThat(socket.next().at("/payload/0/extensions/code").asString())
                    .isEqualTo("DOCUMENT_NOT_FOUND");
            assertThat(socket.subscribe(
                                    "3",
                                    "subscription { graphChanged { version } graphChanged { changedAt } a: graphChanged { version } }")
                            .next()
                            .at("/type")
                            .asString())
                    .isEqualTo("error");
            socket.send("{\"id\": \"4\", \"type\": \"subscribe\", \"payload\": {\"documentId\": \"05-secretariats\"}}");
            socket.expect("next").expect("complete");
        }
    }

    @Test
    void aMutationNeedsARole() {
        var add = "mutation { addUser(input: {name: \"\", roles: []}) { userErrors { code } } }";
        try (var nobody = TestSocket.initialised(port);
                var reader = TestSocket.initialised(port, TestTokens.of("a-reader"));
                var curator = TestSocket.initialised(port, TestTokens.curator());
                var admin = TestSocket.initialised(port, TestTokens.admin());
                var byHeader = TestSocket.open(port, WebSocketEndpoint.PROTOCOL, TestTokens.admin())) {
            assertThat(nobody.subscribe("1", add)
                            .next()
                            .at("/payload/0/extensions/code")
                            .asString())
                    .isEqualTo("UNAUTHORIZED");
            assertThat(reader.subscribe("1", add)
                            .next()
                            .at("/payload/0/extensions/code")
                            .asString())
                    .isEqualTo("FORBIDDEN");
            var answer = curator.subscribe("1", add).next();
            assertThat(answer.at("/payload/errors/0/extensions/code").asString())
                    .isEqualTo("FORBIDDEN");
            assertThat(answer.at("/payload/data/addUser").isNull()).isTrue();
            for (var allowed : List.of(admin, byHeader.send(INIT).expect("connection_ack"))) {
                assertThat(allowed.subscribe("1", add)
                                .next()
                                .at("/payload/data/addUser/userErrors/0/code")
                                .asString())
                        .isEqualTo("NAME_INVALID");
            }
        }
    }

    @Test
    void limitsOperationsPerConnection() {
        try (var socket = TestSocket.initialised(port)) {
            for (var number = 0; number < 50; number++) {
                socket.subscribe("s" + number, CHANGES);
            }
            var refused = socket.subscribe("more", CHANGES).next();
            assertThat(refused.at("/id").asString()).isEqualTo("more");
            assertThat(refused.at("/payload/0/extensions").toString())
                    .contains(
                            "TOO_MANY_SUBSCRIPTIONS",
                            "\"limitName\":\"subscriptions\"",
                            "\"limit\":50",
                            "\"requested\":51");
            socket.send("{\"type\": \"complete\", \"id\": \"s7\"}")
                    .subscribe("more", BOSTON)
                    .expect("next");
        }
    }

    @Tag("full") // fills the buffers of the network
    @Test
    void aSlowCallerGetsTheLatestResultsWithoutABacklog() throws Exception {
        try (var slow = new RawSocket(port)) {
            slow.sendText(INIT.getBytes(StandardCharsets.UTF_8));
            // each result has about 100 kB, so that the network cannot buffer them all
            slow.sendText(
                    "{\"type\": \"subscribe\", \"id\": \"%s\", \"payload\": {\"query\": \"subscription { graphChanged { %s } }\"}}"
                            .formatted("s", manyAliases())
                            .getBytes(StandardCharsets.UTF_8));
            Thread.sleep(500);
            for (var number = 0; number < 60; number++) {
                change();
                Thread.sleep(60);
            }
            assertThat(slow.textsUntilQuiet()).isBetween(2, 55);
        }
    }

    private static String manyAliases() {
        var fields = new StringBuilder();
        for (var number = 0; number < 90; number++) {
            fields.append("a".repeat(700)).append(number).append(": version ");
        }
        return fields.toString();
    }

    private void change() {
        writer.write(nothing -> null);
    }
}
