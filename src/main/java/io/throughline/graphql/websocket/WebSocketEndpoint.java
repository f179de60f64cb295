package io.throughline.graphql.websocket;

import io.throughline.graphql.http.ConnectionLimiter;
import io.throughline.graphql.http.GraphQlExecutor;
import io.throughline.graphql.http.HttpProblemException;
import io.throughline.infra.limit.RequestLimits;
import jakarta.websocket.Session;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.BinaryMessage;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.SubProtocolCapable;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.WebSocketMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.adapter.NativeWebSocketSession;
import tools.jackson.databind.json.JsonMapper;

/** Takes what comes over WebSockets, in parts, so that memory is needed for what was sent only and not for what may be. */
@Component
class WebSocketEndpoint implements WebSocketHandler, SubProtocolCapable {

    static final String PROTOCOL = "graphql-transport-ws";

    private static final Logger log = LoggerFactory.getLogger(WebSocketEndpoint.class);

    private static final Duration LONGEST_SENDING = Duration.ofSeconds(20);
    private static final String READ_IDLE_TIMEOUT = "org.apache.tomcat.websocket.READ_IDLE_TIMEOUT_MS";

    /** A connection and the parts of a message that have come. */
    private static final class Inbox {

        private final WebSocketConnection connection;
        private StringBuilder parts = new StringBuilder();
        private long bytes;

        Inbox(WebSocketConnection connection) {
            this.connection = connection;
        }
    }

    private final WebSocketAuthenticator callers;
    private final GraphQlExecutor operations;
    private final ConnectionLimiter listeners;
    private final RequestLimits limits;
    private final JsonMapper json;

    WebSocketEndpoint(
            WebSocketAuthenticator callers,
            GraphQlExecutor operations,
            ConnectionLimiter listeners,
            RequestLimits limits,
            JsonMapper json) {
        this.callers = callers;
        this.operations = operations;
        this.listeners = listeners;
        this.limits = limits;
        this.json = json;
    }

    @Override
    public List<String> getSubProtocols() {
        return List.of(PROTOCOL);
    }

    @Override
    public boolean supportsPartialMessages() {
        return true;
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession session) throws IOException {
        if (!PROTOCOL.equals(session.getAcceptedProtocol())) {
            session.close(CloseCodes.NO_SUCH_PROTOCOL);
            return;
        }
        try {
            listeners.open();
        } catch (HttpProblemException tooMany) {
            session.close(CloseStatus.SERVICE_OVERLOAD.withReason("Too many connections"));
            return;
        }
        var socket = Objects.requireNonNull(((NativeWebSocketSession) session).getNativeSession(Session.class));
        socket.getUserProperties().put(READ_IDLE_TIMEOUT, 3 * limits.keepAlive().toMillis());
        var remote = socket.getAsyncRemote();
        remote.setSendTimeout(LONGEST_SENDING.toMillis());
        session.getAttributes()
                .put(
                        Inbox.class.getName(),
                        new Inbox(new WebSocketConnection(session, remote, callers, operations, limits, json)));
    }

    @Override
    public void handleMessage(WebSocketSession session, WebSocketMessage<?> message) throws IOException {
        var inbox = inbox(session);
        if (inbox == null || !session.isOpen()) {
            return;
        }
        if (message instanceof BinaryMessage) {
            session.close(CloseStatus.NOT_ACCEPTABLE.withReason("Messages are texts"));
        } else if (message instanceof TextMessage part) {
            take(part, inbox);
        }
    }

    private void take(TextMessage part, Inbox inbox) {
        inbox.bytes += part.getPayloadLength();
        if (inbox.bytes > limits.body().toBytes()) {
            inbox.connection.close(CloseStatus.TOO_BIG_TO_PROCESS.withReason(
                    "A message has %d bytes at most".formatted(limits.body().toBytes())));
            return;
        }
        inbox.parts.append(part.getPayload());
        if (!part.isLast()) {
            return;
        }
        var text = inbox.parts.toString();
        inbox.parts = new StringBuilder();
        inbox.bytes = 0;
        try {
            inbox.connection.take(text);
        } catch (RuntimeException e) {
            log.error("A message over a WebSocket failed", e);
            inbox.connection.close(CloseCodes.OURS);
        }
    }

    /** The caller is gone, or sent what is no WebSocket; the end follows. */
    @Override
    public void handleTransportError(WebSocketSession session, Throwable problem) {
        log.debug("A WebSocket broke", problem);
    }

    @Override
    public void afterConnectionClosed(WebSocketSession session, CloseStatus why) {
        var inbox = inbox(session);
        if (inbox != null) {
            inbox.connection.end();
            listeners.close();
        }
    }

    private static @Nullable Inbox inbox(WebSocketSession session) {
        return (Inbox) session.getAttributes().get(Inbox.class.getName());
    }
}
