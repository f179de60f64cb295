package io.throughline.intake.reconcile;

import io.throughline.infra.problem.CodedProblem;
import java.util.Map;

/** A request for more at once than allowed, which the specification answers with status 413. */
class OverLimitException extends RuntimeException implements CodedProblem {

    private static final long serialVersionUID = 1L;

    private final String argument;
    private final int limit;
    private final int requested;

    /**
     * A parameter with too many entries.
     *
     * @param entries what they are, in the plural
     */
    OverLimitException(String argument, String entries, int limit, int requested) {
        super("%s has %d %s; expected at most %d: send several requests"
                .formatted(argument, requested, entries, limit));
        this.argument = argument;
        this.limit = limit;
        this.requested = requested;
    }

    @Override
    public String code() {
        return "BATCH_TOO_LARGE";
    }

    @Override
    public Map<String, Object> details() {
        return Map.of("argument", argument, "limit", limit, "requested", requested);
    }
}
