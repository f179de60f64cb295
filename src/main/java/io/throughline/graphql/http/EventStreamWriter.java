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
        return ServerResponse.sse(stream -> new Events(stream).send(results), Duration.ZERO);
    }

    /** What a stream sends under the name of an event. */
    private record Event(String name, String data) {

        /** The last event of every stream. */
        static final Event COMPLETE = new Event("complete", "");
    }

    /** Writes on its own thread, because writing blocks until the caller reads. */
    private final class Events extends BaseSubscriber<Event> {

        private final SseBuilder stream;
        private final Scheduler.Worker writer = Schedulers.boundedElastic().createWorker();
        private final AtomicBoolean open = new AtomicBoolean(true);

        Events(SseBuilder stream) {
            this.stream = stream;
            stream.onTimeout(this::finish).onError(problem -> release()).onComplete(this::release);
        }

        /**
         * Subscribes, then sends the first comment, which shows the caller that the stream is open: whatever happens after
         * that is among the results. The request's own thread sends it and only then requests a result, because headers are
         * sent with it, and two threads must not write them at once.
         */
        void send(Flux<Map<String, Object>> results) {
            results.map(result -> new Event("next", json.writeValueAsString(result)))
                    .onErrorResume(Events::withoutResult)
                    .concatWithValues(Event.COMPLETE)
                    .subscribe(this);
            keepAlive();
            var pause = keepAlive.toMillis();
            if (open.get()) {
                writer.schedulePeriodically(this::keepAlive, pause, pause, TimeUnit.MILLISECONDS);
                request(1);
            }
        }

        private static Flux<Event> withoutResult(Throwable problem) {
            log.error("An event stream failed", problem);
            return Flux.empty();
        }

        private void keepAlive() {
            write(() -> stream.comment("").send());
        }

        @Override
        protected void hookOnSubscribe(Subscription subscription) {
            // nothing is requested until the first comment is sent
        }

        @Override
        protected void hookOnNext(Event event) {
            writer.schedule(() -> {
                write(() -> stream.event(event.name()).data(event.data()));
                request(1);
            });
        }

        @Override
        protected void hookOnComplete() {
            writer.schedule(this::finish);
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
