package io.throughline.infra.cypher;

import java.time.Duration;

/** A request that took too long and so was ended; says what the limit is, and what to do. */
public class TimeLimitExceededException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Duration limit;
    private final Duration spent;

    TimeLimitExceededException(Duration limit, Duration spent) {
        super("the request took more than %s ms and was ended: ask for smaller pages, or for less at a time"
                .formatted(limit.toMillis()));
        this.limit = limit;
        this.spent = spent;
    }

    public Duration limit() {
        return limit;
    }

    /** How long it had taken when it was ended. */
    public Duration spent() {
        return spent;
    }
}
