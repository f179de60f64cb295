package io.throughline.infra.cypher;

import graphql.GraphQLContext;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Something small that is read from the graph again only when that has changed. */
public final class VersionedCache<T> {

    private record Known<T>(String version, T reading) {}

    private final GraphVersion version;
    private final Supplier<T> read;
    private final AtomicReference<@Nullable Known<T>> known = new AtomicReference<>();

    /** One that has not read yet. */
    public VersionedCache(GraphVersion version, Supplier<T> read) {
        this.version = version;
        this.read = read;
    }

    /** As it is now. */
    public T now() {
        return at(version.read());
    }

    /** As it was when a request began, or later. */
    public T in(GraphQLContext request) {
        var ofRequest = version.of(request);
        return ofRequest == null ? now() : at(ofRequest);
    }

    private T at(String wanted) {
        var last = known.get();
        if (last != null && last.version().equals(wanted)) {
            return last.reading();
        }
        var reading = read.get();
        known.set(new Known<>(wanted, reading));
        return reading;
    }
}
