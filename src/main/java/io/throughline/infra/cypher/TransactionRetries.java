package io.throughline.infra.cypher;

import java.time.Duration;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.RetryableException;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.util.backoff.ExponentialBackOff;

/** How transactions that the database asks to repeat are repeated: with the delays of the driver's own managed transactions. */
public final class TransactionRetries {

    /** Codes of the failures of a transaction that needs more memory than the database allows. */
    private static final Pattern MEMORY =
            Pattern.compile("Neo\\.TransientError\\.General\\.\\w*(?:OutOfMemoryError|MemoryLimit)");

    private TransactionRetries() {}

    /** Whether the database can be expected to do next time what it refused. */
    public static boolean isTransient(Throwable problem) {
        return problem instanceof RetryableException && !isOutOfMemory(problem);
    }

    /** Whether a transaction needed more memory than the database allows, which calls that transient. */
    public static boolean isOutOfMemory(Throwable problem) {
        return problem instanceof Neo4jException refusal
                && MEMORY.matcher(String.valueOf(refusal.code())).matches();
    }

    /**
     * Repeats what fails with a transient problem.
     *
     * @param limit of all delays together; attempts do not count towards it, so that a long one is repeated too
     */
    public static RetryTemplate within(Duration limit, Predicate<Throwable> isTransient) {
        var delays = new ExponentialBackOff(1_000, 2);
        delays.setJitter(200);
        delays.setMaxElapsedTime(limit.toMillis());
        return new RetryTemplate(
                RetryPolicy.builder().predicate(isTransient).backOff(delays).build());
    }
}
