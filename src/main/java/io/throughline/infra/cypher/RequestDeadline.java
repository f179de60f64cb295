package io.throughline.infra.cypher;

import graphql.GraphQLContext;
import io.micrometer.context.ContextRegistry;
import io.micrometer.context.ThreadLocalAccessor;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * When a request must be done. It is kept in the GraphQL context of the request under {@link #KEY}; Spring for GraphQL passes it
 * on to the threads that run controllers and batch loaders.
 */
public final class RequestDeadline {

    /** Its key in the context of a request. */
    public static final String KEY = RequestDeadline.class.getName();

    private static final ThreadLocal<@Nullable RequestDeadline> OF_THIS_THREAD = new ThreadLocal<>();

    static {
        ContextRegistry.getInstance().registerThreadLocalAccessor(new Accessor());
    }

    private final Duration limit;
    private final long nanoseconds;
    private final long start = System.nanoTime();

    private RequestDeadline(Duration limit) {
        this.limit = limit;
        this.nanoseconds = limit.toNanos();
    }

    /** A deadline this long from now. */
    public static RequestDeadline in(Duration limit) {
        return new RequestDeadline(limit);
    }

    /**
     * Checks the deadline of this thread's request; call it regularly during long computations.
     *
     * @throws TimeLimitExceededException if the deadline has passed
     */
    public static void check() {
        var deadline = OF_THIS_THREAD.get();
        if (deadline != null && deadline.isOver()) {
            throw deadline.exceeded();
        }
    }

    /** The deadline of this thread's request; outside requests, a new one with the given limit. */
    public static RequestDeadline ofThisThread(Duration defaultLimit) {
        var deadline = OF_THIS_THREAD.get();
        return deadline == null ? in(defaultLimit) : deadline;
    }

    /** Runs work in this thread that is not a request and may take longer, such as a batch of an import. */
    public static <T extends @Nullable Object> T within(Duration limit, Supplier<T> work) {
        return in(limit).during(work);
    }

    /** Runs work in this thread under the deadline of a request; unchanged if it has none. */
    public static <T extends @Nullable Object> T during(GraphQLContext request, Supplier<T> work) {
        var deadline = request.<@Nullable RequestDeadline>get(KEY);
        return deadline == null ? work.get() : deadline.during(work);
    }

    /** Runs work in this thread under this deadline. */
    public <T extends @Nullable Object> T during(Supplier<T> work) {
        var before = OF_THIS_THREAD.get();
        OF_THIS_THREAD.set(this);
        try {
            return work.get();
        } finally {
            if (before == null) {
                OF_THIS_THREAD.remove();
            } else {
                OF_THIS_THREAD.set(before);
            }
        }
    }

    /**
     * Waits for what another thread computes; passes on its exception.
     *
     * @throws TimeLimitExceededException if it is not there by this deadline, or this thread is interrupted
     */
    public <T extends @Nullable Object> T await(CompletableFuture<T> outcome) {
        try {
            return outcome.get(left().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw exceeded();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw exceeded();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }

    /** Whether the deadline has passed. */
    public boolean isOver() {
        return System.nanoTime() - start >= nanoseconds;
    }

    /**
     * The remaining time, at least a millisecond.
     *
     * @throws TimeLimitExceededException if no time remains
     */
    public Duration left() {
        var left = limit.minus(spent());
        if (left.toMillis() <= 0) {
            throw exceeded();
        }
        return left;
    }

    /** The exception to throw once the deadline has passed. */
    public TimeLimitExceededException exceeded() {
        return new TimeLimitExceededException(limit, spent());
    }

    private Duration spent() {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static final class Accessor implements ThreadLocalAccessor<RequestDeadline> {

        @Override
        public Object key() {
            return KEY;
        }

        @Override
        public @Nullable RequestDeadline getValue() {
            return OF_THIS_THREAD.get();
        }

        @Override
        public void setValue(RequestDeadline deadline) {
            OF_THIS_THREAD.set(deadline);
        }

        @Override
        public void setValue() {
            OF_THIS_THREAD.remove();
        }
    }
}
