package io.throughline.infra.start;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.exceptions.ClientException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;

/**
 * Repeats steps of a start that fail only because the database is busy. A request must not wait for a connection for long, and
 * what limits it also limits a start.
 */
public final class StartPatience {

    private static final Logger log = LoggerFactory.getLogger(StartPatience.class);

    /** How the message of the driver begins, which has no code of its own for it. */
    private static final String NO_CONNECTION =
            "Unable to acquire connection from the pool within configured maximum time";

    private static final Duration LIMIT = Duration.ofMinutes(5);

    private StartPatience() {}

    /**
     * Runs a step again for as long as it finds no connection to the database, up to five minutes. Then it throws what the step
     * has thrown.
     *
     * @param step of a start; it must be possible to run it again after a failure
     */
    public static void run(Runnable step) {
        run(step, LIMIT);
    }

    static void run(Runnable step, Duration limit) {
        new RetryTemplate(RetryPolicy.builder()
                        .predicate(StartPatience::isBusy)
                        .maxRetries(Long.MAX_VALUE)
                        .timeout(limit)
                        .build())
                .invoke(step);
    }

    private static boolean isBusy(@Nullable Throwable problem) {
        if (problem instanceof ClientException
                && String.valueOf(problem.getMessage()).startsWith(NO_CONNECTION)) {
            log.info("The database is busy, no connection is free; trying again");
            return true;
        }
        return problem != null && isBusy(problem.getCause());
    }
}
