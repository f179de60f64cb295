package io.throughline.infra.cypher;

import io.throughline.infra.problem.CodedProblem;
import java.time.Duration;
import java.util.Map;

/** A request was stopped because it took too long. The message says what the limit is and what to do. */
public class TimeLimitExceededException extends RuntimeException implements CodedProblem {

    private static final long serialVersionUID = 1L;

    private final Duration limit;
    private final Duration spent;

    TimeLimitExceededException(Duration limit, Duration spent) {
        super("the request took more than %s ms and was stopped: request smaller pages or less data at once"
                .formatted(limit.toMillis()));
        this.limit = limit;
        this.spent = spent;
    }

    @Override
    public String code() {
        return "TIME_LIMIT";
    }

    @Override
    public Map<String, Object> details() {
        return Map.of("limitName", "time", "limit", limit.toMillis(), "requested", spent.toMillis());
    }

    public Duration limit() {
        return limit;
    }

    /** How long the request had run when it was ended. */
    public Duration spent() {
        return spent;
    }
}
