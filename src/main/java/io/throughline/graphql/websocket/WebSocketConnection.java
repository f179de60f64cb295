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

/** One caller, from the handshake to the end. Its messages come one after another. */
final class WebSocketConnection {

    private static final Logger log = LoggerFactory.getLogger(WebSocketConnection.class);

    /** A caller that has not taken so many messages does not read at all. */
    private static final int MOST_WAITING = 1_000;

    private final WebSocketSession session;
    private final WebSocketAuthenticator callers;
    private final GraphQlExecutor operations;
    private final RequestLimits limits;
    private final JsonMapper json;
    private final MessageOutbox outbox;
    private final Map<String, Operation> running = new ConcurrentHashMap<>();
    private final AtomicBoolean initialised = new AtomicBoolean();
    private final Disposable.Composite clocks = Disposables.composite();
    private boolean acknowledged;
    private @Nullable String token;

    WebSocketConnection(
            WebSocketSession session,
            RemoteEndpoint.Async remote,
            WebSocketAuthenticator callers,
            GraphQlExecutor operations,
            RequestLimits limits,
            JsonMapper json) {
        this.session = session;
        this.callers = callers;
        this.operations = operations;
        this.limits = limits;
        this.json = json;
        this.outbox = new MessageOutbox(remote, () -> close(CloseStatus.SESSION_NOT_RELIABLE));
        clocks.add(Schedulers.boundedElastic()
                .schedule(this::endUnlessInitialised, limits.connectionInit().toMillis(), TimeUnit.MILLISECONDS));
    }

    private void endUnlessInitialised() {
        if (initialised.compareAndSet(false, true)) {
            close(CloseCodes.INIT_TIMEOUT);
        }
    }

    /** Takes a message, if the text is one. */
    void take(String text) {
        var message = ProtocolMessage.read(text, json);
        if (message == null) {
            close(CloseCodes.INVALID);
            return;
        }
        switch (message.type()) {
            case CONNECTION_INIT -> initialise(message.map());
            case PING -> send(new ProtocolMessage(ProtocolMessage.Type.PONG, null, null), WebSocketConnection::nothing);
            case SUBSCRIBE -> subscribe(Objects.requireNonNull(message.id()), message.map());
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
            callers.of(token);
        } catch (AuthenticationServiceException e) {
            log.error("A token could not be checked: {}", e.getMessage());
            close(CloseStatus.SERVICE_OVERLOAD);
            return;
        } catch (AuthenticationException e) {
            close(CloseCodes.UNAUTHORIZED);
            return;
        }
        acknowledged = true;
        send(new ProtocolMessage(ProtocolMessage.Type.CONNECTION_ACK, null, null), WebSocketConnection::nothing);
        var pause = limits.keepAlive().toMillis();
        clocks.add(Schedulers.boundedElastic()
                .schedulePeriodically(
                        () -> send(
                                new ProtocolMessage(ProtocolMessage.Type.PING, null, null),
                                WebSocketConnection::nothing),
                        pause,
                        pause,
                        TimeUnit.MILLISECONDS));
    }

    private void subscribe(String id, Map<?, ?> payload) {
        if (!acknowledged) {
            close(CloseCodes.UNAUTHORIZED);
        } else if (running.containsKey(id)) {
            close(CloseCodes.taken(id));
        } else if (running.size() >= limits.subscriptions()) {
            refuse(id, tooMany());
        } else {
            run(id, payload);
        }
    }

    private void run(String id, Map<?, ?> payload) {
        var operation = new Operation(id);
        try {
            var results = operations.run(payload, origin()).contextWrite(callers.of(token));
            running.put(id, operation);
            results.subscribe(operation);
            if (!session.isOpen()) {
                // it may have ended before this one was among those to be ended
                operation.dispose();
            }
        } catch (HttpProblemException refusal) {
            if (refusal.code().equals("BAD_REQUEST")) {
                close(CloseCodes.INVALID.withReason(String.valueOf(refusal.getMessage())));
            } else {
                refuse(id, refusal);
            }
        } catch (AuthenticationException noLonger) {
            close(
                    noLonger instanceof AuthenticationServiceException
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

    private HttpProblemException tooMany() {
        return HttpProblemException.beyond(
                HttpStatus.TOO_MANY_REQUESTS,
                "TOO_MANY_SUBSCRIPTIONS",
                "subscriptions",
                limits.subscriptions(),
                running.size() + 1L,
                "%d operations run over this connection, and no more are allowed: complete one first"
                        .formatted(running.size()));
    }

    private void refuse(String id, HttpProblemException refusal) {
        send(
                new ProtocolMessage(
                        ProtocolMessage.Type.ERROR, id, refusal.answer().get("errors")),
                WebSocketConnection::nothing);
    }

    private void cancel(String id) {
        var operation = running.remove(id);
        if (operation != null) {
            operation.dispose();
        }
    }

    private void send(ProtocolMessage message, Runnable sent) {
        if (outbox.waiting() > MOST_WAITING) {
            close(CloseStatus.POLICY_VIOLATION.withReason("Messages are not taken"));
        } else {
            outbox.send(message.written(json), sent);
        }
    }

    void close(CloseStatus why) {
        try {
            session.close(why);
        } catch (IOException | IllegalStateException gone) {
            log.debug("A WebSocket was gone before it was closed", gone);
        }
    }

    /** To be called once the connection is no more. */
    void end() {
        clocks.dispose();
        running.values().forEach(Operation::dispose);
        running.clear();
    }

    /** Asks for a result when the one before was sent, so that a slow caller holds up nobody else. */
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
                    List.of(Map.of("message", "the request failed", "extensions", Map.of("code", "INTERNAL_ERROR"))));
        }

        private void end(ProtocolMessage.Type how, @Nullable Object payload) {
            if (running.remove(id, this)) {
                send(new ProtocolMessage(how, id, payload), WebSocketConnection::nothing);
            }
        }
    }

    private static void nothing() {}
}
