package io.throughline.graphql.websocket;

import io.throughline.graphql.http.GraphQlExecutor;
import io.throughline.graphql.http.HttpProblemException;
import io.throughline.infra.limit.RequestLimits;
import jakarta.websocket.RemoteEndpoint;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.WebSocketSession;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.json.JsonMapper;

/** One connection, from the handshake to its close. Its messages arrive one after another. */
final class WebSocketConnection {

    private static final Logger log = LoggerFactory.getLogger(WebSocketConnection.class);

    /** A caller with this many unread messages is not reading at all. */
    private static final int MAX_UNSENT = 1_000;

    private final WebSocketSession session;
    private final WebSocketAuthenticator authenticator;
    private final GraphQlExecutor executor;
    private final RequestLimits limits;
    private final JsonMapper json;
    private final MessageOutbox outbox;
    private final Map<String, Operation> running = new ConcurrentHashMap<>();
    private final AtomicBoolean initialised = new AtomicBoolean();
    private final Disposable.Composite timers = Disposables.composite();
    private boolean acknowledged;
    private @Nullable String token;

    WebSocketConnection(
            WebSocketSession session,
            RemoteEndpoint.Async remote,
            WebSocketAuthenticator authenticator,
            GraphQlExecutor executor,
            RequestLimits limits,
            JsonMapper json) {
        this.session = session;
        this.authenticator = authenticator;
        this.executor = executor;
        this.limits = limits;
        this.json = json;
        this.outbox = new MessageOutbox(remote, () -> close(CloseStatus.SESSION_NOT_RELIABLE));
        timers.add(Schedulers.boundedElastic()
                .schedule(this::closeUnlessInitialised, limits.connectionInit().toMillis(), TimeUnit.MILLISECONDS));
    }

    private void closeUnlessInitialised() {
        if (initialised.compareAndSet(false, true)) {
            close(CloseCodes.INIT_TIMEOUT);
        }
    }

    /** Handles a message; closes the connection if it is invalid. */
    void handle(String text) {
        var message = ProtocolMessage.read(text, json);
        if (message == null) {
            close(CloseCodes.INVALID);
            return;
        }
        switch (message.type()) {
            case CONNECTION_INIT -> initialise(message.payloadMap());
            case PING ->
                send(new ProtocolMessage(ProtocolMessage.Type.PONG, null, null), WebSocketConnection::doNothing);
            case SUBSCRIBE -> subscribe(Objects.requireNonNull(message.id()), message.payloadMap());
            case COMPLETE -> cancel(Objects.requireNonNull(message.id()));
            default -> {}
        }
    }

    private void initialise(Map<?, ?> payload) {
        if (!initialised.compareAndSet(false, true)) {
            close(CloseCodes.TOO_MANY_INITS);
            return;
        }
        try {
            token = WebSocketAuthenticator.token(payload, session.getHandshakeHeaders());
            authenticator.of(token);
        } catch (AuthenticationServiceException e) {
            log.error("A token could not be checked: {}", e.getMessage());
            close(CloseStatus.SERVICE_OVERLOAD);
            return;
        } catch (AuthenticationException e) {
            close(CloseCodes.UNAUTHORIZED);
            return;
        }
        acknowledged = true;
        send(new ProtocolMessage(ProtocolMessage.Type.CONNECTION_ACK, null, null), WebSocketConnection::doNothing);
        var pause = limits.keepAlive().toMillis();
        timers.add(Schedulers.boundedElastic()
                .schedulePeriodically(
                        () -> send(
                                new ProtocolMessage(ProtocolMessage.Type.PING, null, null),
                                WebSocketConnection::doNothing),
                        pause,
                        pause,
                        TimeUnit.MILLISECONDS));
    }

    private void subscribe(String id, Map<?, ?> payload) {
        if (!acknowledged) {
            close(CloseCodes.UNAUTHORIZED);
        } else if (running.containsKey(id)) {
            close(CloseCodes.duplicateId(id));
        } else if (running.size() >= limits.subscriptions()) {
            sendError(id, tooManyOperations());
        } else {
            run(id, payload);
        }
    }

    private void run(String id, Map<?, ?> payload) {
        var operation = new Operation(id);
        try {
            var results = executor.run(payload, origin()).contextWrite(authenticator.of(token));
            running.put(id, operation);
            results.subscribe(operation);
            if (!session.isOpen()) {
                // the connection may have closed before this operation was registered
                operation.dispose();
            }
        } catch (HttpProblemException problem) {
            if (problem.code().equals("BAD_REQUEST")) {
                close(CloseCodes.INVALID.withReason(String.valueOf(problem.getMessage())));
            } else {
                sendError(id, problem);
            }
        } catch (AuthenticationException invalidToken) {
            close(
                    invalidToken instanceof AuthenticationServiceException
                            ? CloseStatus.SERVICE_OVERLOAD
                            : CloseCodes.UNAUTHORIZED);
        }
    }

    private GraphQlExecutor.Origin origin() {
        return new GraphQlExecutor.Origin(
                Objects.requireNonNull(session.getUri()),
                session.getHandshakeHeaders(),
                session.getRemoteAddress(),
                Map.of());
    }

    private HttpProblemException tooManyOperations() {
        return HttpProblemException.overLimit(
                HttpStatus.TOO_MANY_REQUESTS,
                "TOO_MANY_SUBSCRIPTIONS",
                "subscriptions",
                limits.subscriptions(),
                running.size() + 1L,
                "too many operations on this connection (limit %d); complete one first"
                        .formatted(limits.subscriptions()));
    }

    private void sendError(String id, HttpProblemException problem) {
        send(
                new ProtocolMessage(
                        ProtocolMessage.Type.ERROR, id, problem.body().get("errors")),
                WebSocketConnection::doNothing);
    }

    private void cancel(String id) {
        var operation = running.remove(id);
        if (operation != null) {
            operation.dispose();
        }
    }

    private void send(ProtocolMessage message, Runnable onSent) {
        if (outbox.waiting() > MAX_UNSENT) {
            close(CloseStatus.POLICY_VIOLATION.withReason("Messages are not read"));
        } else {
            outbox.send(message.toJson(json), onSent);
        }
    }

    void close(CloseStatus why) {
        try {
            session.close(why);
        } catch (IOException | IllegalStateException alreadyClosed) {
            log.debug("A WebSocket was already closed", alreadyClosed);
        }
    }

    /** To be called once the connection is closed. */
    void end() {
        timers.dispose();
        running.values().forEach(Operation::dispose);
        running.clear();
    }

    /** Requests a result only after the previous one was sent, so that a slow caller does not delay others. */
    private final class Operation extends BaseSubscriber<Map<String, Object>> {

        private final String id;

        Operation(String id) {
            this.id = id;
        }

        @Override
        protected void hookOnSubscribe(Subscription subscription) {
            request(1);
        }

        @Override
        protected void hookOnNext(Map<String, Object> result) {
            if (result.containsKey("data")) {
                send(new ProtocolMessage(ProtocolMessage.Type.NEXT, id, result), () -> request(1));
            } else {
                cancel();
                end(ProtocolMessage.Type.ERROR, result.get("errors"));
            }
        }

        @Override
        protected void hookOnComplete() {
            end(ProtocolMessage.Type.COMPLETE, null);
        }

        @Override
        protected void hookOnError(Throwable problem) {
            log.error("An operation failed", problem);
            end(
                    ProtocolMessage.Type.ERROR,
                    List.of(Map.of(
                            "message",
                            "the request failed; the server log has the reason",
                            "extensions",
                            Map.of("code", "INTERNAL_ERROR"))));
        }

        private void end(ProtocolMessage.Type how, @Nullable Object payload) {
            if (running.remove(id, this)) {
                send(new ProtocolMessage(how, id, payload), WebSocketConnection::doNothing);
            }
        }
    }

    private static void doNothing() {}
}
