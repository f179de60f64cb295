package io.throughline.graphql.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.GraphTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a connection begins, and what ends it with which code; {@link OperationsTests} has what is run over it. */
@GraphTest
@Timeout(60)
class WebSocketTests extends OverWebSocket {

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

    private int closedAfter(byte[] text) throws IOException {
        try (var socket = new RawSocket(port)) {
            socket.sendText(text);
            return socket.closed();
        }
    }
}
