package io.throughline.graphql.websocket;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A WebSocket client, using the JDK's. */
final class TestSocket implements WebSocket.Listener, AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final BlockingQueue<String> texts = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder part = new StringBuilder();
    private final WebSocket socket;

    private TestSocket(int port, String protocol, @Nullable String token) {
        var client = CLIENT.newWebSocketBuilder();
        if (!protocol.isEmpty()) {
            client.subprotocols(protocol);
        }
        if (token != null) {
            client.header("Authorization", "Bearer " + token);
        }
        socket = client.buildAsync(URI.create("ws://localhost:%d/graphql".formatted(port)), this)
                .join();
    }

    /** A connection on which nothing was sent yet. */
    static TestSocket open(int port) {
        return new TestSocket(port, WebSocketEndpoint.PROTOCOL, null);
    }

    static TestSocket open(int port, String protocol, @Nullable String token) {
        return new TestSocket(port, protocol, token);
    }

    /** An initialised connection. */
    static TestSocket initialised(int port) {
        return open(port).send("{\"type\": \"connection_init\"}").expect("connection_ack");
    }

    static TestSocket initialised(int port, String token) {
        return open(port)
                .send("{\"type\": \"connection_init\", \"payload\": {\"Authorization\": \"Bearer %s\"}}"
                        .formatted(token))
                .expect("connection_ack");
    }

    TestSocket send(String text) {
        socket.sendText(text, true).join();
        return this;
    }

    TestSocket sendInParts(String... parts) {
        for (var i = 0; i < parts.length; i++) {
            socket.sendText(parts[i], i == parts.length - 1).join();
        }
        return this;
    }

    TestSocket send(byte[] bytes) {
        socket.sendBinary(ByteBuffer.wrap(bytes), true).join();
        return this;
    }

    TestSocket subscribe(String id, String document) {
        var message = JSON.createObjectNode().put("id", id).put("type", "subscribe");
        message.putObject("payload").put("query", document);
        return send(message.toString());
    }

    TestSocket expect(String type) {
        var message = next();
        if (!message.at("/type").asString().equals(type)) {
            throw new AssertionError("expected %s and got %s".formatted(type, message));
        }
        return this;
    }

    /** Waits for the next message. */
    JsonNode next() {
        return JSON.readTree(
                await(texts, 10).orElseThrow(() -> new AssertionError("no message came; closed: " + closed)));
    }

    /** Whether no message arrives for so long. */
    boolean isQuietFor(long milliseconds) throws InterruptedException {
        return texts.poll(milliseconds, TimeUnit.MILLISECONDS) == null;
    }

    /** Whether the server accepts the connection. */
    boolean isAccepted() throws Exception {
        socket.sendText("{\"type\": \"connection_init\"}", true).exceptionally(rejected -> socket);
        while (!closed.isDone()) {
            if (!isQuietFor(20)) {
                return true;
            }
        }
        return false;
    }

    /** Waits for the close code. */
    int closeCode() throws Exception {
        return closed.get(10, TimeUnit.SECONDS);
    }

    private static Optional<String> await(BlockingQueue<String> texts, int seconds) {
        try {
            return Optional.ofNullable(texts.poll(seconds, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
        part.append(text);
        if (last) {
            texts.add(part.toString());
            part.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closed.complete(code);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable problem) {
        closed.completeExceptionally(problem);
    }

    @Override
    public void close() {
        socket.abort();
    }
}
