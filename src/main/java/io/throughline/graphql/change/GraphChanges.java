package io.throughline.graphql.change;

import io.throughline.infra.cypher.GraphVersion;
import io.throughline.infra.cypher.GraphWrittenEvent;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

/**
 * Tells of changes of the graph: at once of those this server makes, and within a second of those of others, as it looks every
 * second while somebody listens. Many changes in a short time are told as one.
 */
@Component
class GraphChanges {

    private static final Logger log = LoggerFactory.getLogger(GraphChanges.class);

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration SHORT = Duration.ofMillis(50);

    /**
     * The graph as it was seen.
     *
     * @param begun when it was looked at, in nanoseconds of this process
     */
    private record Look(GraphVersion.State state, long begun) {}

    private final GraphVersion graph;
    private final Sinks.Many<Boolean> writes = Sinks.many().multicast().directBestEffort();
    private final Flux<Look> looks;

    GraphChanges(GraphVersion graph) {
        this.graph = graph;
        this.looks = Flux.merge(Flux.interval(PAUSE), writes.asFlux().sample(SHORT))
                .onBackpressureLatest()
                .concatMap(
                        moment -> Mono.fromCallable(this::look)
                                .subscribeOn(Schedulers.boundedElastic())
                                .onErrorResume(this::laterPerhaps),
                        0)
                // one for all who listen, and none when nobody does
                .publish()
                .refCount();
    }

    @EventListener(GraphWrittenEvent.class)
    void written() {
        writes.emitNext(true, Sinks.EmitFailureHandler.busyLooping(PAUSE));
    }

    /**
     * Every change from now on, or the latest of them for who is slow.
     *
     * @param since the version somebody has: if it is no longer that of now, this is told at once
     */
    Flux<GraphChange> since(@Nullable String since) {
        return Flux.defer(() -> {
                    // before the subscriber is told that it is heard, or what is written then would be missed
                    var now = look();
                    return looks.filter(look -> look.begun - now.begun > 0)
                            .startWith(now)
                            .map(Look::state)
                            .startWith(since == null ? now.state : new GraphVersion.State(since, null))
                            .distinctUntilChanged(GraphVersion.State::version)
                            .skip(1);
                })
                .filter(state -> state.since() != null)
                .map(state -> new GraphChange(state.version(), Objects.requireNonNull(state.since())))
                .onBackpressureLatest();
    }

    private Look look() {
        var begun = System.nanoTime();
        return new Look(graph.state(), begun);
    }

    private Mono<Look> laterPerhaps(Throwable problem) {
        log.debug("The version of the graph could not be read", problem);
        return Mono.empty();
    }
}
