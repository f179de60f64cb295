package io.throughline.infra.cypher;

import io.micrometer.context.ContextRegistry;
import io.micrometer.context.ThreadLocalAccessor;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * When a request must be done. It stands in the GraphQL context of the request under {@link #KEY}; Spring for GraphQL
 * carries it from there to whatever thread runs a controller or a batch loader.
 */
public final class RequestDeadline {

    /** Its name in the context of a request. */
    public static final String KEY = RequestDeadline.class.getName();

    private static final ThreadLocal<@Nullable RequestDeadline> OF_THIS_THREAD = new ThreadLocal<>();

    static {
        ContextRegistry.getInstance().registerThreadLocalAccessor(new Accessor());
    }

    private final Duration limit;
    private final long nanoseconds;
    private final long begin = System.nanoTime();

    private RequestDeadline(Duration limit) {
        this.limit = limit;
        this.nanoseconds = limit.toNanos();
    }

    /** A deadline so far from now. */
    public static RequestDeadline in(Duration limit) {
        return new RequestDeadline(limit);
    }

    /**
     * For what computes for long between statements, to be called now and then.
     *
     * @throws TimeLimitExceededException if the request this thread works for has no time left
     */
    public static void check() {
        var deadline = OF_THIS_THREAD.get();
        if (deadline != null && deadline.isOver()) {
            throw deadline.exceeded();
        }
    }

    /** That of the request this thread works for; outside of requests, one of its own for what is done now. */
    public static RequestDeadline ofThisThread(Duration otherwise) {
        var deadline = OF_THIS_THREAD.get();
        return deadline == null ? in(otherwise) : deadline;
    }

    /** Does something in this thread that is no request and may take longer, such as a batch of an import. */
    public static <T extends @Nullable Object> T within(Duration limit, Supplier<T> work) {
        return in(limit).during(work);
    }

    /** Does something in this thread that has to be done by then. */
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

    /** Whether the time is over. */
    public boolean isOver() {
        return System.nanoTime() - begin >= nanoseconds;
    }

    /**
     * The time that remains, at least a millisecond.
     *
     * @throws TimeLimitExceededException if none remains
     */
    public Duration left() {
        var left = limit.minus(spent());
        if (left.toMillis() <= 0) {
            throw exceeded();
        }
        return left;
    }

    /** To be thrown once it is over. */
    public TimeLimitExceededException exceeded() {
        return new TimeLimitExceededException(limit, spent());
    }

    private Duration spent() {
        return Duration.ofNanos(System.nanoTime() - begin);
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
