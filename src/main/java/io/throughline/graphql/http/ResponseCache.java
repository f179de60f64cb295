package io.throughline.graphql.http;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.throughline.infra.cypher.GraphVersion;
import io.throughline.infra.cypher.RequestDeadline;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Caches complete responses to anonymous queries by their {@link EntityTag} until the graph changes. Of callers who ask for the
 * same at the same time, the first executes it in its own thread and the others wait for its response.
 */
@Component
class ResponseCache {

    /** About what an entry takes in bytes besides its body: tag, objects, tables of the cache. */
    static final int OVERHEAD = 400;

    /** A tag stands for a day. */
    private static final Duration MAX_AGE = Duration.ofDays(1);

    /** A response, and how it came about. */
    record Lookup(ComputedResponse response, CacheStatus status) {}

    private final GraphVersion graph;
    private final long size;
    private final long largest;
    private final AsyncCache<EntityTag, ResponseBody> bodies;
    private final AtomicReference<String> version = new AtomicReference<>("");

    ResponseCache(GraphVersion graph, ResponseCacheSettings settings) {
        this.graph = graph;
        this.size = settings.size().toBytes();
        this.largest = settings.largest().toBytes();
        this.bodies = Caffeine.newBuilder()
                .maximumWeight(size)
                .weigher((EntityTag tag, ResponseBody body) -> OVERHEAD + body.size())
                .expireAfterWrite(MAX_AGE)
                .buildAsync();
    }

    /** The bytes of all entries, with {@link #OVERHEAD}. */
    long weight() {
        bodies.synchronous().cleanUp();
        return bodies.synchronous()
                .policy()
                .eviction()
                .orElseThrow()
                .weightedSize()
                .orElse(0);
    }

    /** Whether anything is cached at all. */
    boolean isOn() {
        return size > 0;
    }

    /**
     * Returns the cached response, the one that another caller is just computing, or else the one that the execution computes.
     *
     * @param current the version of the graph that was read for the request and its tag
     * @param gzip whether the caller accepts a compressed body
     * @param deadline how long the caller waits for another's response
     * @param execution computes the response in this thread; its exceptions are passed on, only to this caller
     * @throws io.throughline.infra.cypher.TimeLimitExceededException if the caller has waited until the deadline
     */
    Lookup get(
            EntityTag tag,
            String current,
            boolean gzip,
            RequestDeadline deadline,
            Supplier<ComputedResponse> execution) {
        forgetOthersThan(current);
        var present = bodies.getIfPresent(tag);
        if (present == null) {
            var own = new CompletableFuture<@Nullable ResponseBody>();
            present = bodies.asMap().putIfAbsent(tag, own);
            if (present == null) {
                return execute(tag, current, own, deadline, execution);
            }
        }
        var isReady = present.isDone();
        // null if the other caller's response cannot be shared
        @Nullable ResponseBody body = deadline.await(present);
        return body == null
                ? new Lookup(execution.get(), CacheStatus.UNSHARED)
                : new Lookup(
                        ComputedResponse.cached(inForm(gzip, tag, present, body)),
                        isReady ? CacheStatus.HIT : CacheStatus.COLLAPSED);
    }

    private void forgetOthersThan(String current) {
        if (!current.equals(version.get()) && !current.equals(version.getAndSet(current))) {
            bodies.synchronous().invalidateAll();
        }
    }

    /** Waiting callers get null if the response cannot be shared; the cache then forgets the entry. */
    private Lookup execute(
            EntityTag tag,
            String current,
            CompletableFuture<@Nullable ResponseBody> own,
            RequestDeadline deadline,
            Supplier<ComputedResponse> execution) {
        ResponseBody body = null;
        try {
            var response = execution.get();
            if (!response.isCacheable()) {
                return new Lookup(response, CacheStatus.MISS);
            }
            body = response.body();
            var isStored = body.size() <= largest && isUnchanged(current, deadline);
            if (!isStored) {
                bodies.asMap().remove(tag, own);
            }
            return new Lookup(response, isStored ? CacheStatus.STORED : CacheStatus.MISS);
        } finally {
            own.complete(body);
        }
    }

    /** If the graph changed during the execution, the response may be half old, half new. */
    private boolean isUnchanged(String current, RequestDeadline deadline) {
        try {
            return deadline.during(graph::read).equals(current);
        } catch (RuntimeException e) {
            // the response is complete; only whether to store it is not known
            return false;
        }
    }

    /** The body in the form for the caller; one made for this caller is kept for the next. */
    private ResponseBody inForm(
            boolean gzip, EntityTag tag, CompletableFuture<ResponseBody> present, ResponseBody body) {
        var inForm = body.with(gzip);
        if (inForm != body && inForm.size() <= largest) {
            bodies.asMap().replace(tag, present, CompletableFuture.completedFuture(inForm));
        }
        return inForm;
    }
}
