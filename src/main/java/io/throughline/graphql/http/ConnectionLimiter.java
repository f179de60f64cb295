package io.throughline.graphql.http;

import io.throughline.infra.limit.RequestLimits;
import java.util.concurrent.Semaphore;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Counts the callers whose connection stays. */
@Component
public class ConnectionLimiter {

    private final int most;
    private final Semaphore free;

    ConnectionLimiter(RequestLimits limits) {
        this.most = limits.connections();
        this.free = new Semaphore(most);
    }

    /**
     * Takes one more.
     *
     * @throws HttpProblemException if there are too many
     */
    public void open() {
        if (!free.tryAcquire()) {
            throw HttpProblemException.beyond(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "TOO_MANY_CONNECTIONS",
                    "connections",
                    most,
                    most + 1L,
                    "%d callers are being told of changes, which is all this server can do: come again later"
                            .formatted(most));
        }
    }

    /** For each that was opened, once. */
    public void close() {
        free.release();
    }
}
