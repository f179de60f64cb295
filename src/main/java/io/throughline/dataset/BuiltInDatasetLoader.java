package io.throughline.dataset;

import io.throughline.infra.cypher.CypherStatement;
import io.throughline.infra.cypher.GraphWriter;
import io.throughline.infra.start.BackgroundTask;
import io.throughline.infra.start.StartFailureException;
import io.throughline.infra.store.NewStoreEvent;
import io.throughline.infra.store.StoreReadyEvent;
import io.throughline.writing.ledger.Ledger;
import io.throughline.writing.ledger.MembershipResolution;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.TransactionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Updates the graph to the built-in dataset before the server accepts requests. What people added stays; a claim that a newer
 * version no longer makes is withdrawn, not deleted. Servers that start at the same time take turns: the first write of each
 * transaction is to the single dataset node, which the database locks. If there is nothing to do, nothing is written, so that the
 * version of the graph survives a restart.
 *
 * <p>An update is one transaction, so that servers that answer requests never show half of it. The first load, which nobody sees
 * before it is complete, takes several, as one would need more memory than a small server has. The dataset node notes how many
 * have been written, so that the next start completes an interrupted load.
 */
@Component
class BuiltInDatasetLoader {

    private static final Logger log = LoggerFactory.getLogger(BuiltInDatasetLoader.class);

    private static final CypherStatement PRESENT = CypherStatement.in("dataset/present-dataset.cypher");
    private static final CypherStatement LOCK = CypherStatement.in("dataset/lock-dataset.cypher");
    private static final CypherStatement HAS_OTHERS = CypherStatement.in("dataset/has-other-entities.cypher");
    private static final CypherStatement NEW_NODES = CypherStatement.in("dataset/create-nodes.cypher");
    private static final CypherStatement NODES = CypherStatement.in("dataset/write-nodes.cypher");
    private static final CypherStatement LINKS = CypherStatement.in("dataset/write-relationships.cypher");
    private static final CypherStatement DELETE_LINKS = CypherStatement.in("dataset/delete-own-relationships.cypher");
    private static final CypherStatement WITHDRAW = CypherStatement.in("dataset/withdraw-former-claims.cypher");
    private static final CypherStatement MEMBERSHIPS = CypherStatement.in("dataset/memberships-to-resolve.cypher");
    private static final CypherStatement FACTS = CypherStatement.in("dataset/facts-to-settle.cypher");
    private static final CypherStatement NOTE_PART = CypherStatement.in("dataset/note-part.cypher");
    private static final CypherStatement FINISH = CypherStatement.in("dataset/finish-dataset.cypher");

    /** The id of the single node. */
    private static final String DATASET = "dataset";

    private static final int BATCH_SIZE = 2_000;

    private final GraphWriter graph;
    private final MembershipResolution facts;
    private final Ledger ledger;
    private final String location;
    private @Nullable BackgroundTask<DatasetPlan> planning;

    BuiltInDatasetLoader(
            GraphWriter graph,
            MembershipResolution facts,
            Ledger ledger,
            @Value("${throughline.dataset:classpath:dataset}") String location) {
        this.graph = graph;
        this.facts = facts;
        this.ledger = ledger;
        this.location = location;
    }

    /** Reads and checks the files while the new database is opened and migrated. */
    @EventListener(NewStoreEvent.class)
    void prepare() {
        planning = BackgroundTask.start("reading the dataset", () -> {
            var files = DatasetFiles.in(location);
            return plan(files, files.version());
        });
    }

    @EventListener(StoreReadyEvent.class)
    void load() {
        load(DatasetFiles.in(location));
    }

    /** Writes the dataset unless the graph already has it or a newer version. */
    void load(DatasetFiles files) {
        var checksum = files.checksum();
        var version = files.version();
        var present = graph.read(transaction ->
                transaction.run(PRESENT.text(), Map.of("id", DATASET)).single());
        var outcome = reasonToKeep(present, version, checksum);
        if (outcome == null) {
            outcome = present.get("version").isNull()
                    ? loadFirst(files, version, checksum)
                    : graph.write(transaction -> update(transaction, files, version, checksum));
        }
        graph.sampleIndexes();
        log.info("Dataset {}: {}", version, outcome);
    }

    /** Why the graph keeps the dataset that it has; null if it is older, or there is none. */
    private static @Nullable String reasonToKeep(Record present, String version, String checksum) {
        if (present.get("version").isNull()) {
            return null;
        }
        if (present.get("checksum").asString("").equals(checksum)) {
            return "already loaded";
        }
        var loaded = present.get("version").asString();
        return DatasetVersions.isNewer(loaded, version)
                ? "not loaded, because the graph has the newer version " + loaded
                : null;
    }

    /** Locks the dataset until the transaction ends, and returns what the graph has of it. */
    private static Record lock(TransactionContext transaction) {
        return transaction.run(LOCK.text(), Map.of("id", DATASET)).single();
    }

    private String loadFirst(DatasetFiles files, String version, String checksum) {
        var plan = planning == null ? plan(files, version) : planning.join();
        planning = null;
        var load = new FirstLoad(checksum);
        inBatches(
                plan.nodeRows(false).filter(row -> !DATASET.equals(row.get("id"))),
                rows -> load.part((transaction, since) -> load.writeNodes(transaction, rows, since)));
        // of a first load of other files that was interrupted
        load.part((transaction, since) -> deleteLinks(transaction, checksum));
        inBatches(plan.linkRows(), rows -> load.part((transaction, since) -> writeLinks(transaction, rows)));
        // in order of id, so that the memberships of a member are resolved together
        var memberships = graph.write(transaction ->
                ids(transaction, MEMBERSHIPS, checksum).stream().sorted().toList());
        for (var from = 0; from < memberships.size(); from += BATCH_SIZE) {
            var batch = memberships.subList(from, Math.min(memberships.size(), from + BATCH_SIZE));
            load.part((transaction, since) -> facts.resolve(transaction, batch));
        }
        // last, as only a dataset with a version counts as loaded
        load.part((transaction, since) -> {
            var dataset = plan.nodeRows(false)
                    .filter(row -> DATASET.equals(row.get("id")))
                    .toList();
            writeNodes(transaction, dataset, checksum, since);
            withdrawFormer(transaction, checksum);
            finish(transaction, checksum);
        });
        return "%s nodes and %s relationships written".formatted(plan.size(), plan.linkCount());
    }

    /** The parts of a first load, each of which is written once, by whichever server gets to it first. */
    private final class FirstLoad {

        private final String checksum;
        private final boolean isIntoEmptyGraph;
        private int parts;

        FirstLoad(String checksum) {
            this.checksum = checksum;
            this.isIntoEmptyGraph = graph.write(transaction -> {
                var before = lock(transaction);
                if (before.get("version").isNull()
                        && !checksum.equals(before.get("loading").asString(""))) {
                    note(transaction, 0);
                }
                return !transaction
                        .run(HAS_OTHERS.text(), Map.of("id", DATASET))
                        .single()
                        .get(0)
                        .asBoolean();
            });
        }

        /** Writes nodes; that is faster without looking for them, where there can be none. */
        void writeNodes(TransactionContext transaction, List<Map<String, Object>> rows, ZonedDateTime at) {
            write(transaction, isIntoEmptyGraph ? NEW_NODES : NODES, rows, checksum, at);
        }

        /**
         * Writes the next part, unless it or the whole dataset has been written.
         *
         * @throws StartFailureException if another server has begun to load other files
         */
        void part(BiConsumer<TransactionContext, ZonedDateTime> write) {
            var part = parts++;
            graph.write(transaction -> {
                var before = lock(transaction);
                if (!before.get("version").isNull()) {
                    return null;
                }
                if (!checksum.equals(before.get("loading").asString(""))) {
                    throw new StartFailureException(
                            "Another server is loading another version of the dataset into this database.",
                            "Start this one again when the other is ready.");
                }
                if (before.get("part").asInt() == part) {
                    note(transaction, part + 1);
                    write.accept(transaction, before.get("loadingSince").asZonedDateTime());
                }
                return null;
            });
        }

        private void note(TransactionContext transaction, int part) {
            transaction
                    .run(NOTE_PART.text(), Map.of("id", DATASET, "checksum", checksum, "part", part))
                    .consume();
        }
    }

    private String update(TransactionContext transaction, DatasetFiles files, String version, String checksum) {
        var before = lock(transaction);
        var reasonToKeep = reasonToKeep(before, version, checksum);
        if (reasonToKeep != null) {
            return reasonToKeep;
        }
        var plan = plan(files, version);
        var at = before.get("at").asZonedDateTime();
        inBatches(plan.nodeRows(true), rows -> writeNodes(transaction, rows, checksum, at));
        deleteLinks(transaction, checksum);
        withdrawFormer(transaction, checksum);
        inBatches(plan.linkRows(), rows -> writeLinks(transaction, rows));
        facts.resolve(transaction, ids(transaction, MEMBERSHIPS, checksum));
        facts.settle(transaction, ids(transaction, FACTS, checksum));
        ledger.reapplyMerges(transaction);
        finish(transaction, checksum);
        return "%s nodes and %s relationships written, replacing version %s"
                .formatted(plan.size(), plan.linkCount(), before.get("version").asString());
    }

    private static DatasetPlan plan(DatasetFiles files, String version) {
        var plan = DatasetPlanner.plan(files);
        log.info(
                "Dataset {}: {} files read and checked: {} organizations, {} cities and regions, {} memberships, {} claims of {} sources",
                version,
                files.texts().size(),
                plan.count("Organization"),
                plan.count("LocalGovernment"),
                plan.count("Membership"),
                plan.count("Claim"),
                plan.count("Source"));
        return plan;
    }

    private static void writeNodes(
            TransactionContext transaction, List<Map<String, Object>> rows, String checksum, ZonedDateTime at) {
        write(transaction, NODES, rows, checksum, at);
    }

    private static void write(
            TransactionContext transaction,
            CypherStatement statement,
            List<Map<String, Object>> rows,
            String checksum,
            ZonedDateTime at) {
        transaction
                .run(statement.text(), Map.of("nodes", rows, "checksum", checksum, "at", at))
                .consume();
    }

    private static void writeLinks(TransactionContext transaction, List<Map<String, Object>> rows) {
        transaction.run(LINKS.text(), Map.of("links", rows)).consume();
    }

    private static void deleteLinks(TransactionContext transaction, String checksum) {
        transaction.run(DELETE_LINKS.text(), Map.of("checksum", checksum)).consume();
    }

    private static void withdrawFormer(TransactionContext transaction, String checksum) {
        transaction.run(WITHDRAW.text(), Map.of("checksum", checksum)).consume();
    }

    private static void finish(TransactionContext transaction, String checksum) {
        transaction
                .run(FINISH.text(), Map.of("id", DATASET, "checksum", checksum))
                .consume();
    }

    private static List<String> ids(TransactionContext transaction, CypherStatement statement, String checksum) {
        return transaction
                .run(statement.text(), Map.of("checksum", checksum))
                .list(row -> row.get("id").asString());
    }

    private static void inBatches(Stream<Map<String, Object>> rows, Consumer<List<Map<String, Object>>> write) {
        var batch = new ArrayList<Map<String, Object>>(BATCH_SIZE);
        for (var row : (Iterable<Map<String, Object>>) rows::iterator) {
            batch.add(row);
            if (batch.size() == BATCH_SIZE) {
                write.accept(batch);
                batch.clear();
            }
        }
        write.accept(batch);
    }
}
