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

/** Receives WebSocket messages in parts, so that memory is used only for what was sent, not for the maximum size. */
@Component
class WebSocketEndpoint implements WebSocketHandler, SubProtocolCapable {

    static final String PROTOCOL = "graphql-transport-ws";

    private static final Logger log = LoggerFactory.getLogger(WebSocketEndpoint.class);

    private static final Duration SEND_TIMEOUT = Duration.ofSeconds(20);
    private static final String READ_IDLE_TIMEOUT = "org.apache.tomcat.websocket.READ_IDLE_TIMEOUT_MS";

    /** A connection and the parts received of a message. */
    private static final class Inbox {

        private final WebSocketConnection connection;
        private StringBuilder parts = new StringBuilder();
        private long bytes;

        Inbox(WebSocketConnection connection) {
            this.connection = connection;
        }
    }

    private final WebSocketAuthenticator authenticator;
    private final GraphQlExecutor executor;
    private final ConnectionLimiter connections;
    private final RequestLimits limits;
    private final JsonMapper json;

    WebSocketEndpoint(
            WebSocketAuthenticator authenticator,
            GraphQlExecutor executor,
            ConnectionLimiter connections,
            RequestLimits limits,
            JsonMapper json) {
        this.authenticator = authenticator;
        this.executor = executor;
        this.connections = connections;
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
            session.close(CloseCodes.UNSUPPORTED_PROTOCOL);
            return;
        }
        try {
            connections.open();
        } catch (HttpProblemException tooMany) {
            session.close(CloseStatus.SERVICE_OVERLOAD.withReason("Too many connections"));
            return;
        }
        var socket = Objects.requireNonNull(((NativeWebSocketSession) session).getNativeSession(Session.class));
        socket.getUserProperties().put(READ_IDLE_TIMEOUT, 3 * limits.keepAlive().toMillis());
        var remote = socket.getAsyncRemote();
        remote.setSendTimeout(SEND_TIMEOUT.toMillis());
        session.getAttributes()
                .put(
                        Inbox.class.getName(),
                        new Inbox(new WebSocketConnection(session, remote, authenticator, executor, limits, json)));
    }

    @Override
    public void handleMessage(WebSocketSession session, WebSocketMessage<?> message) throws IOException {
        var inbox = inbox(session);
        if (inbox == null || !session.isOpen()) {
            return;
        }
        if (message instanceof BinaryMessage) {
            session.close(CloseStatus.NOT_ACCEPTABLE.withReason("Binary messages are not supported"));
        } else if (message instanceof TextMessage part) {
            receive(part, inbox);
        }
    }

    private void receive(TextMessage part, Inbox inbox) {
        inbox.bytes += part.getPayloadLength();
        if (inbox.bytes > limits.body().toBytes()) {
            inbox.connection.close(CloseStatus.TOO_BIG_TO_PROCESS.withReason(
                    "The message has more than %d bytes".formatted(limits.body().toBytes())));
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
            inbox.connection.handle(text);
        } catch (RuntimeException e) {
            log.error("A message over a WebSocket failed", e);
            inbox.connection.close(CloseCodes.INTERNAL_ERROR);
        }
    }

    /** The caller is gone or sent invalid frames; the close event follows. */
    @Override
    public void handleTransportError(WebSocketSession session, Throwable problem) {
        log.debug("A WebSocket broke", problem);
    }

    @Override
    public void afterConnectionClosed(WebSocketSession session, CloseStatus why) {
        var inbox = inbox(session);
        if (inbox != null) {
            inbox.connection.end();
            connections.close();
        }
    }

    private static @Nullable Inbox inbox(WebSocketSession session) {
        return (Inbox) session.getAttributes().get(Inbox.class.getName());
    }
}
