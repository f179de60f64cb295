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
 * Publishes changes of the graph: those of this server immediately, those of other servers within a second, by polling every
 * second while there are subscribers. Changes in quick succession are combined.
 */
@Component
class GraphChanges {

    private static final Logger log = LoggerFactory.getLogger(GraphChanges.class);

    private static final Duration POLL_INTERVAL = Duration.ofSeconds(1);
    private static final Duration COMBINE_WINDOW = Duration.ofMillis(50);

    /**
     * An observed version of the graph.
     *
     * @param startedAt when the read started, in nanoseconds of this process
     */
    private record Observation(GraphVersion.State state, long startedAt) {}

    private final GraphVersion graph;
    private final Sinks.Many<Boolean> writes = Sinks.many().multicast().directBestEffort();
    private final Flux<Observation> observations;

    GraphChanges(GraphVersion graph) {
        this.graph = graph;
        this.observations = Flux.merge(
                        Flux.interval(POLL_INTERVAL), writes.asFlux().sample(COMBINE_WINDOW))
                .onBackpressureLatest()
                .concatMap(
                        trigger -> Mono.fromCallable(this::observe)
                                .subscribeOn(Schedulers.boundedElastic())
                                .onErrorResume(this::skipFailedRead),
                        0)
                // shared by all subscribers; stops when there are none
                .publish()
                .refCount();
    }

    @EventListener(GraphWrittenEvent.class)
    void written() {
        writes.emitNext(true, Sinks.EmitFailureHandler.busyLooping(POLL_INTERVAL));
    }

    /**
     * Every change from now on; slow subscribers get only the latest.
     *
     * @param since the version the caller has; if it is outdated, the current version is sent at once
     */
    Flux<GraphChange> since(@Nullable String since) {
        return Flux.defer(() -> {
                    // before the subscription is confirmed, or changes made right after that would be missed
                    var now = observe();
                    return observations
                            .filter(observation -> observation.startedAt - now.startedAt > 0)
                            .startWith(now)
                            .map(Observation::state)
                            .startWith(since == null ? now.state : new GraphVersion.State(since, null))
                            .distinctUntilChanged(GraphVersion.State::version)
                            .skip(1);
                })
                .filter(state -> state.since() != null)
                .map(state -> new GraphChange(state.version(), Objects.requireNonNull(state.since())))
                .onBackpressureLatest();
    }

    private Observation observe() {
        var startedAt = System.nanoTime();
        return new Observation(graph.state(), startedAt);
    }

    private Mono<Observation> skipFailedRead(Throwable problem) {
        log.debug("The version of the graph could not be read", problem);
        return Mono.empty();
    }
}
