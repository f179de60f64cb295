package io.throughline.graphql.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.GraphTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How connections start, and the codes they are closed with; {@link OperationsTests} covers operations. */
@GraphTest
@Timeout(60)
class WebSocketTests extends WebSocketTestBase {

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
    void anInvalidFirstMessageClosesTheConnection(String message, int code) throws Exception {
        try (var socket = TestSocket.open(port)) {
            assertThat(socket.send(message == null ? "" : message).closeCode()).isEqualTo(code);
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
    void anInvalidLaterMessageClosesTheConnection(String message, int code) throws Exception {
        try (var socket = TestSocket.initialised(port)) {
            assertThat(socket.send(message).closeCode()).isEqualTo(code);
        }
    }

    @Test
    void deepNestingIsAnInvalidMessage() throws Exception {
        try (var socket = TestSocket.initialised(port)) {
            assertThat(socket.send("[".repeat(100_000)).closeCode()).isEqualTo(4400);
        }
    }

    @Test
    void anIdInUseClosesTheConnection() throws Exception {
        for (var id : List.of("1", "n".repeat(200))) {
            try (var socket = TestSocket.initialised(port)) {
                assertThat(socket.subscribe(id, CHANGES).subscribe(id, CHANGES).closeCode())
                        .isEqualTo(4409);
            }
        }
        try (var socket = TestSocket.initialised(port)) {
            assertThat(socket.subscribe("n".repeat(201), CHANGES).closeCode()).isEqualTo(4400);
        }
    }

    @Test
    void completingAnUnknownIdHasNoEffect() {
        try (var socket = TestSocket.initialised(port)) {
            socket.send("{\"type\": \"complete\", \"id\": \"9\"}")
                    .subscribe("9", BOSTON)
                    .expect("next");
        }
    }

    @Test
    void answersAPingBeforeInitialisation() {
        try (var socket = TestSocket.open(port)) {
            socket.send("{\"type\": \"ping\", \"payload\": {\"a\": 1}}")
                    .expect("pong")
                    .send("{\"type\": \"pong\"}")
                    .send(INIT)
                    .expect("connection_ack");
        }
    }

    @Tag("full") // waits for ten seconds
    @Test
    void closesAConnectionThatIsNotInitialisedInTime() throws Exception {
        try (var socket = TestSocket.open(port)) {
            assertThat(socket.isQuietFor(9_000)).isTrue();
            assertThat(socket.closeCode()).isEqualTo(4408);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "graphql-ws", "other"})
    void rejectsOtherSubprotocols(String protocol) throws Exception {
        try (var socket = TestSocket.open(port, protocol, null)) {
            assertThat(socket.closeCode()).isEqualTo(4406);
        } catch (CompletionException rejectedByTheClient) {
            // the JDK's own client gives up when its protocol was not accepted
            assertThat(protocol).isNotEmpty();
            assertThat(rejectedByTheClient).hasMessageContaining("protocol");
        }
    }

    @Test
    void rejectsBinaryMessages() throws Exception {
        try (var socket = TestSocket.open(port)) {
            assertThat(socket.send(INIT.getBytes(StandardCharsets.UTF_8)).closeCode())
                    .isEqualTo(1003);
        }
    }

    @Test
    void limitsTheSizeOfAMessage() throws Exception {
        var blanks = " ".repeat(1 << 19);
        try (var socket = TestSocket.initialised(port)) {
            socket.sendInParts(blanks, "{\"type\": \"ping\"}").expect("pong");
            assertThat(socket.sendInParts(blanks, blanks, " ").closeCode()).isEqualTo(1009);
        }
    }

    @Test
    void bytesThatAreNotUtf8CloseTheConnection() throws IOException {
        assertThat(closeCodeAfter(new byte[] {(byte) 0xC0, (byte) 0xAF})).isEqualTo(1007);
        assertThat(closeCodeAfter(new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80}))
                .isEqualTo(1007);
        assertThat(closeCodeAfter(new byte[] {'"', (byte) 0xFF, '"'})).isEqualTo(1007);
        assertThat(closeCodeAfter("{}".getBytes(StandardCharsets.UTF_8))).isEqualTo(4400);
    }

    @Tag("full") // opens hundreds of connections
    @Test
    void limitsTheNumberOfConnections() throws Exception {
        var sockets = new ArrayList<TestSocket>();
        try {
            do {
                sockets.add(TestSocket.open(port));
            } while (sockets.get(sockets.size() - 1).isAccepted());
            // connections of other tests may not have been cleaned up yet
            assertThat(sockets).hasSizeBetween(450, 501);
            assertThat(sockets.get(sockets.size() - 1).closeCode()).isEqualTo(1013);
        } finally {
            sockets.forEach(TestSocket::close);
        }
        for (var accepted = false; !accepted; ) {
            try (var socket = TestSocket.open(port)) {
                accepted = socket.isAccepted();
            }
        }
    }

    private int closeCodeAfter(byte[] text) throws IOException {
        try (var socket = new RawSocket(port)) {
            socket.sendText(text);
            return socket.closeCode();
        }
    }
}
