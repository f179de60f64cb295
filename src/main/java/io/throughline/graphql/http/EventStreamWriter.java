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
 * Writes results as server-sent events, following "GraphQL over Server-Sent Events" in distinct connections mode. A slow
 * caller gets the next result only after it has received the current one; results in between are dropped.
 */
@Component
class EventStreamWriter {

    private static final Logger log = LoggerFactory.getLogger(EventStreamWriter.class);

    private final ConnectionLimiter connections;
    private final Duration keepAlive;
    private final JsonMapper json;

    EventStreamWriter(ConnectionLimiter connections, RequestLimits limits, JsonMapper json) {
        this.connections = connections;
        this.keepAlive = limits.keepAlive();
        this.json = json;
    }

    /**
     * A response that streams these results.
     *
     * @throws HttpProblemException if too many connections are open
     */
    ServerResponse of(Flux<Map<String, Object>> results) {
        connections.open();
        return ServerResponse.sse(
                stream -> {
                    var events = new Events(stream);
                    events.begin();
                    results.subscribe(events);
                },
                Duration.ZERO);
    }

    /** Writes on its own thread, because writing blocks until the caller reads. */
    private final class Events extends BaseSubscriber<Map<String, Object>> {

        private final SseBuilder stream;
        private final Scheduler.Worker writer = Schedulers.boundedElastic().createWorker();
        private final AtomicBoolean open = new AtomicBoolean(true);

        Events(SseBuilder stream) {
            this.stream = stream;
            stream.onTimeout(this::finish).onError(problem -> release()).onComplete(this::release);
        }

        /**
         * Sends the first comment, which shows the caller that the stream is open. The request's own thread does it, because
         * headers are sent with it, and two threads must not write them at once.
         */
        void begin() {
            var pause = keepAlive.toMillis();
            writer.schedulePeriodically(this::keepAlive, pause, pause, TimeUnit.MILLISECONDS);
            keepAlive();
        }

        private void keepAlive() {
            write(() -> stream.comment("").send());
        }

        @Override
        protected void hookOnSubscribe(Subscription subscription) {
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

        private void write(WriteAction action) {
            try {
                action.run();
            } catch (IOException | IllegalStateException gone) {
                finish();
            }
        }

        private void finish() {
            stream.complete();
            release();
        }

        private void release() {
            if (open.compareAndSet(true, false)) {
                dispose();
                writer.dispose();
                connections.close();
            }
        }
    }

    @FunctionalInterface
    private interface WriteAction {
        void run() throws IOException;
    }
}
