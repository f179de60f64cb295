package io.throughline.infra.cypher;

import graphql.GraphQLContext;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Caches something small and reads it again only when the graph has changed. */
public final class VersionedCache<T> {

    private record CachedReading<T>(String version, T reading) {}

    private final GraphVersion version;
    private final Supplier<T> read;
    private final AtomicReference<@Nullable CachedReading<T>> cached = new AtomicReference<>();

    /** Creates an empty cache. */
    public VersionedCache(GraphVersion version, Supplier<T> read) {
        this.version = version;
        this.read = read;
    }

    /** The current value. */
    public T now() {
        return at(version.read());
    }

    /** The value when a request began, or a later one. */
    public T in(GraphQLContext request) {
        var ofRequest = version.of(request);
        return ofRequest == null ? now() : at(ofRequest);
    }

    private T at(String requiredVersion) {
        var last = cached.get();
        if (last != null && last.version().equals(requiredVersion)) {
            return last.reading();
        }
        var reading = read.get();
        cached.set(new CachedReading<>(requiredVersion, reading));
        return reading;
    }
}
