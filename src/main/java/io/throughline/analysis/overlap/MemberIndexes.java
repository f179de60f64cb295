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
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Provides the {@link MemberIndex} of the current graph. The first request after a change rebuilds it, which takes half
 * a minute for three million memberships with cold caches. A request that runs out of time meanwhile fails with its
 * time limit; a later one finds the index ready.
 */
@Component
class MemberIndexes {

    private static final Logger log = LoggerFactory.getLogger(MemberIndexes.class);

    private static final CypherStatement SPELLS = CypherStatement.in("overlap/spells-of-organizations.cypher");

    /** Far longer than reading takes, but bounded, so that a hanging database does not block the thread forever. */
    private static final Duration TIMEOUT = Duration.ofMinutes(10);

    /** An index, complete or being built, at least as new as {@code version}. */
    private record VersionedIndex(String version, CompletableFuture<MemberIndex> index) {}

    private final GraphStream graph;
    private final GraphVersion versions;
    private final Duration defaultTime;
    private final ExecutorService reader = Executors.newSingleThreadExecutor(work -> {
        var thread = new Thread(work, "member-index");
        thread.setDaemon(true);
        return thread;
    });
    private @Nullable VersionedIndex latest;

    MemberIndexes(GraphStream graph, GraphVersion versions, RequestLimits limits) {
        this.graph = graph;
        this.versions = versions;
        this.defaultTime = limits.time();
    }

    /**
     * Returns the index of the current graph.
     *
     * @throws io.throughline.infra.cypher.TimeLimitExceededException if it is not ready before the request's deadline
     */
    MemberIndex current() {
        return RequestDeadline.ofThisThread(defaultTime).await(of(versions.read()));
    }

    /** Builds the index at startup, so that the first request need not wait. */
    @EventListener(ApplicationReadyEvent.class)
    void buildAtStartup() {
        var unused = of(versions.read());
    }

    private synchronized CompletableFuture<MemberIndex> of(String version) {
        var current = latest;
        if (current == null
                || !current.version().equals(version)
                || current.index().isCompletedExceptionally()) {
            current = new VersionedIndex(version, CompletableFuture.supplyAsync(this::read, reader));
            latest = current;
        }
        return current.index();
    }

    private MemberIndex read() {
        var start = System.nanoTime();
        var builder = new MemberIndex.Builder();
        try {
            graph.each(SPELLS, Map.of("idsPerRow", MemberIndex.IDS_PER_ROW), RequestDeadline.in(TIMEOUT), row -> {
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
        log.debug("Member index built in {} ms", (System.nanoTime() - start) / 1_000_000);
        return index;
    }

    @PreDestroy
    void stop() {
        // without an interrupt, which would close files of an embedded database
        reader.shutdown();
    }
}
