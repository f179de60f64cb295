package io.throughline.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.GraphTest;
import io.throughline.TestTokens;
import io.throughline.cypher.GraphWriter;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@GraphTest
@Timeout(60)
class WebSocketTests {

    private static final String BOSTON = "{ city(id: \"boston\") { name } }";
    private static final String CHANGES = "subscription { graphChanged { version changedAt } }";
    private static final String INIT = "{\"type\": \"connection_init\"}";

    @LocalServerPort
    private int port;

    @Autowired
    private GraphWriter writer;

    @Test
    void aQueryIsAnsweredOnce() throws InterruptedException {
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
    void everyChangeIsToldUntilTheCallerHasEnough() throws InterruptedException {
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
            socket.say("{\"type\": \"complete\", \"id\": \"a\"}");
            change();
            assertThat(socket.isQuietFor(1_500)).isTrue();
            var missed = socket.subscribe(
                            "b",
                            "subscription { graphChanged(since: \"%s\") { version } }"
                                    .formatted(second.at("/version").asString()))
                    .next();
            assertThat(missed.at("/payload/data/graphChanged/version").asString())
                    .isNotEqualTo(second.at("/version").asString());
        }
    }

    @Test
    void aResultLongAfterTheOthersHasTimeOfItsOwn() throws InterruptedException {
        try (var socket = TestSocket.initialised(port)) {
            socket.subscribe("a", CHANGES);
            assertThat(socket.isQuietFor(10_500))
                    .as("longer than the time of a request")
                    .isTrue();
            change();
            assertThat(socket.next().at("/payload").has("errors")).isFalse();
        }
    }

    @Test
    void whatCannotBeRunIsAnErrorOfTheOperationAlone() {
        try (var socket = TestSocket.initialised(port)) {
            for (var document :
                    List.of("{ town { name } }", "{ city(", "{}", "{" + " __typename".repeat(6_000) + "}")) {
                var answer = socket.subscribe("1", document).next();
                assertThat(answer.at("/type").asString()).as(document).isEqualTo("error");
                assertThat(answer.at("/payload/0/extensions/code").asString())
                        .isIn("GRAPHQL_VALIDATION_FAILED", "GRAPHQL_PARSE_FAILED", "DOCUMENT_TOO_LARGE");
            }
            socket.say("{\"id\": \"2\", \"type\": \"subscribe\", \"payload\": {\"documentId\": \"no-such\"}}");
            assertThat(socket.next().at("/payload/0/extensions/code").asString())
                    .isEqualTo("DOCUMENT_NOT_FOUND");
            assertThat(socket.subscribe(
                                    "3",
                                    "subscription { graphChanged { version } graphChanged { changedAt } a: graphChanged { version } }")
                            .next()
                            .at("/type")
                            .asString())
                    .isEqualTo("error");
            socket.say("{\"id\": \"4\", \"type\": \"subscribe\", \"payload\": {\"documentId\": \"05-secretariats\"}}");
            socket.expect("next").expect("complete");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "| 4400",
                "nonsense | 4400",
                "[] | 4400",
                "null | 4400",
                "{} | 4400",
                "{\"type\": 5} | 4400",
                "{\"type\": \"start\"} | 4400",
                "{\"type\": \"CONNECTION_INIT\"} | 4400",
                "{\"type\": \"connection_ack\"} | 4400",
                "{\"type\": \"next\", \"id\": \"1\", \"payload\": {}} | 4400",
                "{\"type\": \"connection_init\", \"payload\": []} | 4400",
                "{\"type\": \"subscribe\", \"payload\": {\"query\": \"{__typename}\"}} | 4400",
                "{\"type\": \"subscribe\", \"id\": \"\", \"payload\": {\"query\": \"{__typename}\"}} | 4400",
                "{\"type\": \"subscribe\", \"id\": 1, \"payload\": {\"query\": \"{__typename}\"}} | 4400",
                "{\"type\": \"subscribe\", \"id\": \"1\"} | 4400",
                "{\"type\": \"subscribe\", \"id\": \"1\", \"payload\": \"{__typename}\"} | 4400",
                "{\"type\": \"complete\"} | 4400",
                "{\"type\": \"subscribe\", \"id\": \"1\", \"payload\": {\"query\": \"{__typename}\"}} | 4401",
                "{\"type\": \"connection_init\", \"payload\": {\"Authorization\": \"Bearer wrong\"}} | 4401",
                "{\"type\": \"connection_init\", \"payload\": {\"authorization\": 5}} | 4401"
            })
    void aBadFirstMessageEndsTheConnection(String message, int code) throws Exception {
        try (var socket = TestSocket.open(port)) {
            assertThat(socket.say(message == null ? "" : message).closed()).isEqualTo(code);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"type\": \"connection_init\"} | 4429",
                "{\"type\": \"subscribe\", \"id\": \"1\", \"payload\": {}} | 4400",
                "{\"type\": \"subscribe\", \"id\": \"1\", \"payload\": {\"query\": 5}} | 4400",
                "{\"type\": \"subscribe\", \"id\": \"1\", \"payload\": {\"query\": \"{__typename}\", \"variables\": []}} | 4400",
                "{\"type\": \"subscribe\", \"id\": \"x\", \"payload\": {\"query\": \"{__typename}\" | 4400"
            })
    void aBadLaterMessageEndsTheConnection(String message, int code) throws Exception {
        try (var socket = TestSocket.initialised(port)) {
            assertThat(socket.say(message).closed()).isEqualTo(code);
        }
    }

    @Test
    void deepNestingIsABadMessageAndNoFailure() throws Exception {
        try (var socket = TestSocket.initialised(port)) {
            assertThat(socket.say("[".repeat(100_000)).closed()).isEqualTo(4400);
        }
    }

    @Test
    void anIdThatIsInUseEndsTheConnection() throws Exception {
        for (var id : List.of("1", "n".repeat(200))) {
            try (var socket = TestSocket.initialised(port)) {
                assertThat(socket.subscribe(id, CHANGES).subscribe(id, CHANGES).closed())
                        .isEqualTo(4409);
            }
        }
        try (var socket = TestSocket.initialised(port)) {
            assertThat(socket.subscribe("n".repeat(201), CHANGES).closed()).isEqualTo(4400);
        }
    }

    @Test
    void completingWhatIsNotThereIsNothing() {
        try (var socket = TestSocket.initialised(port)) {
            socket.say("{\"type\": \"complete\", \"id\": \"9\"}")
                    .subscribe("9", BOSTON)
                    .expect("next");
        }
    }

    @Test
    void aPingIsAnsweredEvenBeforeTheFirstMessage() {
        try (var socket = TestSocket.open(port)) {
            socket.say("{\"type\": \"ping\", \"payload\": {\"a\": 1}}")
                    .expect("pong")
                    .say("{\"type\": \"pong\"}")
                    .say(INIT)
                    .expect("connection_ack");
        }
    }

    @Test
    void whoSaysNothingIsNotWaitedForForever() throws Exception {
        try (var socket = TestSocket.open(port)) {
            assertThat(socket.isQuietFor(9_000)).isTrue();
            assertThat(socket.closed()).isEqualTo(4408);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "graphql-ws", "other"})
    void anotherProtocolIsNotSpoken(String protocol) throws Exception {
        try (var socket = TestSocket.open(port, protocol, null)) {
            assertThat(socket.closed()).isEqualTo(4406);
        } catch (CompletionException refusedByTheClient) {
            // the JDK's own client gives up when its protocol was not accepted
            assertThat(protocol).isNotEmpty();
            assertThat(refusedByTheClient).hasMessageContaining("protocol");
        }
    }

    @Test
    void binaryMessagesAreNotTaken() throws Exception {
        try (var socket = TestSocket.open(port)) {
            assertThat(socket.say(INIT.getBytes(StandardCharsets.UTF_8)).closed())
                    .isEqualTo(1003);
        }
    }

    @Test
    void aMessageHasTheSizeOfABodyAtMost() throws Exception {
        var blanks = " ".repeat(1 << 19);
        try (var socket = TestSocket.initialised(port)) {
            socket.sayInParts(blanks, "{\"type\": \"ping\"}").expect("pong");
            assertThat(socket.sayInParts(blanks, blanks, " ").closed()).isEqualTo(1009);
        }
    }

    @Test
    void whatIsNotUtf8EndsTheConnection() throws IOException {
        assertThat(closedAfter(new byte[] {(byte) 0xC0, (byte) 0xAF})).isEqualTo(1007);
        assertThat(closedAfter(new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80}))
                .isEqualTo(1007);
        assertThat(closedAfter(new byte[] {'"', (byte) 0xFF, '"'})).isEqualTo(1007);
        assertThat(closedAfter("{}".getBytes(StandardCharsets.UTF_8))).isEqualTo(4400);
    }

    @Test
    void aMutationNeedsARoleHereToo() {
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
            for (var allowed : List.of(admin, byHeader.say(INIT).expect("connection_ack"))) {
                assertThat(allowed.subscribe("1", add)
                                .next()
                                .at("/payload/data/addUser/userErrors/0/code")
                                .asString())
                        .isEqualTo("NAME_INVALID");
            }
        }
    }

    @Test
    void oneCallerHasSoManyOperationsAtOnceAndNoMore() {
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
            socket.say("{\"type\": \"complete\", \"id\": \"s7\"}")
                    .subscribe("more", BOSTON)
                    .expect("next");
        }
    }

    @Test
    void thereAreSoManyCallersAtOnceAndNoMore() throws Exception {
        var sockets = new ArrayList<TestSocket>();
        try {
            do {
                sockets.add(TestSocket.open(port));
            } while (sockets.get(sockets.size() - 1).isLetIn());
            // those of other tests may not have been noticed to be gone
            assertThat(sockets).hasSizeBetween(450, 501);
            assertThat(sockets.get(sockets.size() - 1).closed()).isEqualTo(1013);
        } finally {
            sockets.forEach(TestSocket::close);
        }
        for (var letIn = false; !letIn; ) {
            try (var socket = TestSocket.open(port)) {
                letIn = socket.isLetIn();
            }
        }
    }

    @Test
    void whoDoesNotTakeResultsGetsTheLatestThenAndNoBacklog() throws Exception {
        try (var slow = new RawSocket(port)) {
            slow.sendText(INIT.getBytes(StandardCharsets.UTF_8));
            // each result some 100 kB, so that they cannot all wait within the network
            slow.sendText(
                    ("{\"type\": \"subscribe\", \"id\": \"%s\", \"payload\": {\"query\": \"subscription { graphChanged { %s } }\"}}")
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

    private int closedAfter(byte[] text) throws IOException {
        try (var socket = new RawSocket(port)) {
            socket.sendText(text);
            return socket.closed();
        }
    }

    /** One that can send and leave what no client would. */
    private static final class RawSocket implements AutoCloseable {

        private final Socket socket;
        private final DataInputStream in;

        RawSocket(int port) throws IOException {
            socket = new Socket();
            socket.setReceiveBufferSize(4_096);
            socket.connect(new InetSocketAddress("localhost", port));
            socket.setSoTimeout(5_000);
            in = new DataInputStream(socket.getInputStream());
            socket.getOutputStream()
                    .write(("GET /graphql HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                                    + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n"
                                    + "Sec-WebSocket-Protocol: graphql-transport-ws\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            var head = new StringBuilder();
            while (head.indexOf("\r\n\r\n") < 0) {
                head.append((char) in.readUnsignedByte());
            }
            assertThat(head).startsWith("HTTP/1.1 101");
        }

        void sendText(byte[] text) throws IOException {
            var frame = new ByteArrayOutputStream();
            frame.write(0x81);
            if (text.length < 126) {
                frame.write(0x80 | text.length);
            } else {
                frame.write(0x80 | 127);
                for (var shift = 56; shift >= 0; shift -= 8) {
                    frame.write((int) ((long) text.length >> shift));
                }
            }
            frame.write(new byte[4]);
            frame.write(text);
            socket.getOutputStream().write(frame.toByteArray());
        }

        int closed() throws IOException {
            while (true) {
                var opcode = in.readUnsignedByte() & 0xF;
                var length = length();
                if (opcode == 8) {
                    return in.readUnsignedShort();
                }
                in.skipNBytes(length);
            }
        }

        /** How many of type next come, until none does for a while. */
        int textsUntilQuiet() throws IOException {
            var count = 0;
            socket.setSoTimeout(3_000);
            try {
                while (true) {
                    in.readUnsignedByte();
                    var text = in.readNBytes((int) length());
                    if (new String(text, StandardCharsets.UTF_8).contains("\"next\"")) {
                        count++;
                    }
                }
            } catch (SocketTimeoutException quiet) {
                return count;
            }
        }

        private long length() throws IOException {
            var length = in.readUnsignedByte() & 0x7F;
            return length == 126 ? in.readUnsignedShort() : length == 127 ? in.readLong() : length;
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
