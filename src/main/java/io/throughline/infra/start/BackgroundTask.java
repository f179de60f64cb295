package io.throughline.infra.start;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Work done in a thread of its own during a start, which goes on with whatever does not depend on it. */
public final class BackgroundTask<T extends @Nullable Object> {

    private final CompletableFuture<T> outcome = new CompletableFuture<>();

    private BackgroundTask() {}

    /**
     * Starts the work.
     *
     * @param name of the thread: what it does
     */
    public static <T extends @Nullable Object> BackgroundTask<T> start(String name, Supplier<T> work) {
        var task = new BackgroundTask<T>();
        new Thread(() -> task.run(work), name).start();
        return task;
    }

    private void run(Supplier<T> work) {
        try {
            outcome.complete(work.get());
        } catch (Throwable e) {
            outcome.completeExceptionally(e);
        }
    }

    /** Waits for the outcome; throws what the work has thrown. */
    public T join() {
        try {
            return outcome.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException problem) {
                throw problem;
            }
            if (e.getCause() instanceof Error problem) {
                throw problem;
            }
            throw e;
        }
    }
}
