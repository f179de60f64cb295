package io.throughline.graphql.http;

import io.throughline.infra.limit.RequestLimits;
import java.util.concurrent.Semaphore;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Limits the number of open connections: WebSockets and event streams. */
@Component
public class ConnectionLimiter {

    private final int limit;
    private final Semaphore free;

    ConnectionLimiter(RequestLimits limits) {
        this.limit = limits.connections();
        this.free = new Semaphore(limit);
    }

    /**
     * Registers a connection.
     *
     * @throws HttpProblemException if the limit is reached
     */
    public void open() {
        if (!free.tryAcquire()) {
            throw HttpProblemException.overLimit(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "TOO_MANY_CONNECTIONS",
                    "connections",
                    limit,
                    limit + 1L,
                    "too many open connections (limit %d); try again later".formatted(limit));
        }
    }

    /** To be called once for each connection opened. */
    public void close() {
        free.release();
    }
}
