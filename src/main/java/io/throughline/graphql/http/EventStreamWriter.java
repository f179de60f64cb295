package io.throughline.graphql.http;

import io.throughline.infra.limit.RequestLimits;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.reactivestreams.Subscription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.servlet.function.ServerResponse.SseBuilder;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers that are streams of server-sent events, as "GraphQL over Server-Sent Events" has them for one operation a
 * connection. A caller that is slow to take one result is sent the next when it has, and not those in between.
 */
@Component
class EventStreamWriter {

    private static final Logger log = LoggerFactory.getLogger(EventStreamWriter.class);

    private final ConnectionLimiter listeners;
    private final Duration keepAlive;
    private final JsonMapper json;

    EventStreamWriter(ConnectionLimiter listeners, RequestLimits limits, JsonMapper json) {
        this.listeners = listeners;
        this.keepAlive = limits.keepAlive();
        this.json = json;
    }

    /**
     * An answer of these results.
     *
     * @throws HttpProblemException if there are too many such answers already
     */
    ServerResponse of(Flux<Map<String, Object>> results) {
        listeners.open();
        return ServerResponse.sse(stream -> results.subscribe(new Events(stream)), Duration.ZERO);
    }

    /** Writes on one thread of its own, as writing waits for the caller. */
    private final class Events extends BaseSubscriber<Map<String, Object>> {

        private final SseBuilder stream;
        private final Scheduler.Worker writer = Schedulers.boundedElastic().createWorker();
        private final AtomicBoolean open = new AtomicBoolean(true);

        Events(SseBuilder stream) {
            this.stream = stream;
            stream.onTimeout(this::finish).onError(problem -> leave()).onComplete(this::leave);
        }

        @Override
        protected void hookOnSubscribe(Subscription subscription) {
            var pause = keepAlive.toMillis();
            // the first is sent at once, so that the caller sees that it is heard
            writer.schedulePeriodically(() -> write(() -> stream.comment("").send()), 0, pause, TimeUnit.MILLISECONDS);
            request(1);
        }

        @Override
        protected void hookOnNext(Map<String, Object> result) {
            var data = json.writeValueAsString(result);
            writer.schedule(() -> {
                write(() -> stream.event("next").data(data));
                request(1);
            });
        }

        @Override
        protected void hookOnComplete() {
            writer.schedule(() -> {
                write(() -> stream.event("complete").data(""));
                finish();
            });
        }

        @Override
        protected void hookOnError(Throwable problem) {
            log.error("An event stream failed", problem);
            hookOnComplete();
        }

        private void write(Writing writing) {
            try {
                writing.run();
            } catch (IOException | IllegalStateException gone) {
                finish();
            }
        }

        private void finish() {
            stream.complete();
            leave();
        }

        private void leave() {
            if (open.compareAndSet(true, false)) {
                dispose();
                writer.dispose();
                listeners.close();
            }
        }
    }

    @FunctionalInterface
    private interface Writing {
        void run() throws IOException;
    }
}
