package io.throughline.infra.cypher;

import java.time.Duration;
import java.util.function.Predicate;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.util.backoff.ExponentialBackOff;

/** How transactions that the database asks to repeat are repeated: with the delays of the driver's own managed transactions. */
public final class TransactionRetries {

    private TransactionRetries() {}

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
