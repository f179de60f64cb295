package io.throughline.analysis.overlap;

import io.throughline.infra.cypher.CypherStatement;
import io.throughline.infra.cypher.GraphStream;
import io.throughline.infra.cypher.GraphVersion;
import io.throughline.infra.cypher.RequestDeadline;
import io.throughline.infra.limit.RequestLimits;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The {@link MemberIndex} of the graph as it is. After a change of the graph the next question has it read anew, which takes
 * half a minute with three million memberships of which nothing is in memory yet; a request that runs out of time meanwhile says so, and the next finds it done.
 */
@Component
class MemberIndexes {

    private static final Logger log = LoggerFactory.getLogger(MemberIndexes.class);

    private static final CypherStatement SPELLS = CypherStatement.in("overlap/spells-of-organizations.cypher");

    /** Far longer than reading takes; so that a database that hangs does not keep the thread for ever. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    /** An index under way or done, at least as new as a version. */
    private record Made(String version, CompletableFuture<MemberIndex> index) {}

    private final GraphStream graph;
    private final GraphVersion versions;
    private final Duration usual;
    private final ExecutorService reading = Executors.newSingleThreadExecutor(work -> {
        var thread = new Thread(work, "member-index");
        thread.setDaemon(true);
        return thread;
    });
    private @Nullable Made latest;

    MemberIndexes(GraphStream graph, GraphVersion versions, RequestLimits limits) {
        this.graph = graph;
        this.versions = versions;
        this.usual = limits.time();
    }

    /**
     * The index of what is in the graph now.
     *
     * @throws io.throughline.infra.cypher.TimeLimitExceededException if it is not there before the request has to be done
     */
    MemberIndex current() {
        var deadline = RequestDeadline.ofThisThread(usual);
        var index = of(versions.read());
        try {
            return index.get(deadline.left().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw deadline.exceeded();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw deadline.exceeded();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }

    /** So that the first question need not wait. */
    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        var unused = of(versions.read());
    }

    private synchronized CompletableFuture<MemberIndex> of(String version) {
        var made = latest;
        if (made == null || !made.version().equals(version) || made.index().isCompletedExceptionally()) {
            made = new Made(version, CompletableFuture.supplyAsync(this::read, reading));
            latest = made;
        }
        return made.index();
    }

    private MemberIndex read() {
        var begun = System.nanoTime();
        var builder = new MemberIndex.Builder();
        try {
            graph.each(SPELLS, Map.of("idsARow", MemberIndex.IDS_A_ROW), RequestDeadline.in(LONGEST), row -> {
                if (row.get("organizationId").isNull()) {
                    builder.addIds(row.get("first").asInt(), row.get("ids").asList(Value::asString));
                } else {
                    builder.add(row.get("organizationId").asString(), MembershipSpell.of(row), row.get("members"));
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var index = builder.build();
        log.debug("Members read in {} ms", (System.nanoTime() - begun) / 1_000_000);
        return index;
    }

    @PreDestroy
    void stop() {
        reading.shutdownNow();
    }
}
