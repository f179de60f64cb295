package io.throughline.dataset;

import io.throughline.infra.cypher.CypherStatement;
import io.throughline.infra.cypher.GraphWriter;
import io.throughline.infra.start.StartFailureException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.neo4j.driver.Record;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.exceptions.Neo4jException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes a dataset for the first time, in parts: one transaction for each batch. The parts are dealt to lanes, which work at the
 * same time: while one commits, the other runs its statements. A node in the graph notes for each lane how many of its parts have
 * been written, and the first write of a part locks that node. So every part is written once, by whichever server gets to it
 * first, and the next start completes an interrupted load.
 */
final class FirstLoad {

    private static final Logger log = LoggerFactory.getLogger(FirstLoad.class);

    private static final CypherStatement LOCK = CypherStatement.in("dataset/lock-dataset.cypher");
    private static final CypherStatement HAS_OTHERS = CypherStatement.in("dataset/has-other-entities.cypher");
    private static final CypherStatement BEGIN = CypherStatement.in("dataset/begin-first-load.cypher");
    private static final CypherStatement LOCK_LANE = CypherStatement.in("dataset/lock-lane.cypher");
    private static final CypherStatement NOTE_PART = CypherStatement.in("dataset/note-part.cypher");

    /** More would not help, because the database commits one transaction after another. */
    private static final int LANES = 2;

    private static final Duration REPORT_INTERVAL = Duration.ofSeconds(10);

    private final GraphWriter graph;
    private final String checksum;
    private final ZonedDateTime since;
    private final boolean isIntoEmptyGraph;
    private int parts;
    private long lastReport = System.nanoTime();

    private FirstLoad(GraphWriter graph, String checksum, ZonedDateTime since, boolean isIntoEmptyGraph) {
        this.graph = graph;
        this.checksum = checksum;
        this.since = since;
        this.isIntoEmptyGraph = isIntoEmptyGraph;
    }

    /** Begins a load, or joins one of the same files that was interrupted or that another server is doing. */
    static FirstLoad begin(GraphWriter graph, String checksum) {
        return graph.write(transaction -> {
            var before = lock(transaction);
            var isBegun = checksum.equals(before.get("loading").asString(""))
                    && before.get("lanes").asInt() == LANES;
            if (!isBegun && before.get("version").isNull()) {
                transaction
                        .run(BEGIN.text(), Map.of("id", Dataset.ID, "checksum", checksum, "lanes", LANES))
                        .consume();
            }
            var others = transaction
                    .run(HAS_OTHERS.text(), Map.of("id", Dataset.ID))
                    .single()
                    .get("others");
            return new FirstLoad(
                    graph,
                    checksum,
                    before.get(isBegun ? "loadingSince" : "at").asZonedDateTime(),
                    !others.asBoolean());
        });
    }

    /** Locks the dataset until the transaction ends, and returns what the graph has of it. */
    static Record lock(TransactionContext transaction) {
        return transaction.run(LOCK.text(), Map.of("id", Dataset.ID)).single();
    }

    /** When the load began. */
    ZonedDateTime since() {
        return since;
    }

    /** Whether the graph had nothing else when this load began or was joined. */
    boolean isIntoEmptyGraph() {
        return isIntoEmptyGraph;
    }

    /** Writes something before the parts that follow. */
    void write(Consumer<TransactionContext> part) {
        var lane = parts % LANES;
        var number = parts / LANES;
        parts++;
        write(lane, number, part);
    }

    /**
     * Writes one part for each batch, and returns when all have been written. Every few seconds, it reports how many things.
     *
     * @param what what is done with which things, e.g. {@code rows written as nodes}
     * @param total how many things there are
     * @param source passes on the batches: the same in the same order in every load of the same files; it waits while the lanes
     *     are busy
     * @throws StartFailureException if another server has begun to load other files
     */
    <T> void writeAll(
            String what, long total, Consumer<Consumer<List<T>>> source, BiConsumer<TransactionContext, List<T>> part) {
        var threads = Executors.newFixedThreadPool(LANES, task -> new Thread(task, "loading the dataset"));
        var last = new ArrayList<CompletableFuture<Void>>();
        for (var lane = 0; lane < LANES; lane++) {
            last.add(CompletableFuture.completedFuture(null));
        }
        var written = new AtomicLong();
        try {
            source.accept(batch -> {
                report(written.getAndAdd(batch.size()), total, what);
                var lane = parts % LANES;
                var number = parts / LANES;
                parts++;
                last.get(lane).join();
                last.set(
                        lane,
                        CompletableFuture.runAsync(
                                () -> write(lane, number, transaction -> part.accept(transaction, batch)), threads));
            });
            last.forEach(CompletableFuture::join);
        } catch (CompletionException e) {
            if (e.getCause() instanceof Error problem) {
                throw problem;
            }
            throw e.getCause() instanceof RuntimeException problem ? problem : e;
        } finally {
            threads.shutdown();
            // if one has failed, the others must not still be writing when the load is tried again
            last.forEach(lane -> lane.exceptionally(failure -> null).join());
        }
    }

    private void report(long written, long total, String what) {
        var now = System.nanoTime();
        if (now - lastReport > REPORT_INTERVAL.toNanos()) {
            lastReport = now;
            log.info("Dataset: {} of {} {}", grouped(written), grouped(total), what);
        }
    }

    private static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private void write(int lane, int number, Consumer<TransactionContext> part) {
        try {
            graph.write(transaction -> {
                var before = transaction
                        .run(LOCK_LANE.text(), Map.of("id", Dataset.ID, "lane", lane))
                        .single();
                if (isToWrite(before, number)) {
                    transaction
                            .run(NOTE_PART.text(), Map.of("lane", lane, "part", number + 1))
                            .consume();
                    part.accept(transaction);
                }
                return null;
            });
        } catch (Neo4jException e) {
            // another server that finishes the load deletes the lanes, perhaps while this one waits for one of them
            if (!isComplete()) {
                throw e;
            }
        }
    }

    private boolean isToWrite(Record lane, int number) {
        if (!lane.get("version").isNull()) {
            return false;
        }
        if (!checksum.equals(lane.get("loading").asString(""))) {
            throw new StartFailureException(
                    "Another server is loading another version of the dataset into this database.",
                    "Start this one again when the other is ready.");
        }
        return lane.get("part").asInt() == number;
    }

    private boolean isComplete() {
        return graph.write(transaction -> !lock(transaction).get("version").isNull());
    }

    /** Writes the last part, unless another server has. */
    void finish(Consumer<TransactionContext> part) {
        graph.write(transaction -> {
            if (lock(transaction).get("version").isNull()) {
                part.accept(transaction);
            }
            return null;
        });
    }
}
