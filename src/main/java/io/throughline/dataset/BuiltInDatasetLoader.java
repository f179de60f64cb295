package io.throughline.dataset;

import io.throughline.infra.cypher.CypherStatement;
import io.throughline.infra.cypher.GraphWriter;
import io.throughline.infra.cypher.TransactionRetries;
import io.throughline.infra.start.BackgroundTask;
import io.throughline.infra.start.StartFailureException;
import io.throughline.infra.start.StartPatience;
import io.throughline.infra.store.NewStoreEvent;
import io.throughline.infra.store.StoreReadyEvent;
import io.throughline.writing.ledger.Ledger;
import io.throughline.writing.ledger.MembershipResolution;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.exceptions.Neo4jException;
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
 * before it is complete, is a {@link FirstLoad} of several, as one would need more memory than a small server has.
 */
@Component
class BuiltInDatasetLoader {

    private static final Logger log = LoggerFactory.getLogger(BuiltInDatasetLoader.class);

    private static final CypherStatement PRESENT = CypherStatement.in("dataset/present-dataset.cypher");
    private static final CypherStatement NEW_NODES = CypherStatement.in("dataset/create-nodes.cypher");
    private static final CypherStatement NODES = CypherStatement.in("dataset/write-nodes.cypher");
    private static final CypherStatement LINKS = CypherStatement.in("dataset/write-relationships.cypher");
    private static final CypherStatement DELETE_LINKS = CypherStatement.in("dataset/delete-own-relationships.cypher");
    private static final CypherStatement WITHDRAW = CypherStatement.in("dataset/withdraw-former-claims.cypher");
    private static final CypherStatement OTHER_MEMBERSHIPS =
            CypherStatement.in("dataset/other-memberships-to-resolve.cypher");
    private static final CypherStatement FACTS = CypherStatement.in("dataset/facts-to-settle.cypher");
    private static final CypherStatement FINISH = CypherStatement.in("dataset/finish-dataset.cypher");

    private static final String ORIGIN = "built-in";

    /** What every relationship of the dataset has. */
    private static final Map<String, Object> LINK_STAMP = Map.of("origin", ORIGIN);

    /** Most rows become one or two nodes, with four or five relationships. */
    private static final int BATCH_SIZE = 1_000;

    private static final List<DatasetTable> ALL_BUT_DATASET = DatasetTables.ALL.stream()
            .filter(table -> !table.equals(DatasetTables.DATASET))
            .toList();

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
        var files = DatasetFiles.in(location);
        StartPatience.run(() -> load(files));
    }

    /**
     * Writes the dataset unless the graph already has it or a newer version.
     *
     * @throws StartFailureException if it is invalid, or needs more memory than the database allows
     */
    void load(DatasetFiles files) {
        var version = files.version();
        try {
            load(files, version, files.checksum());
        } catch (Neo4jException e) {
            throw TransactionRetries.isOutOfMemory(e) ? tooLarge(version, e) : e;
        } catch (OutOfMemoryError e) {
            throw new StartFailureException(
                    "Version %s of the dataset cannot be loaded: that needs more memory than the %d MB of this process."
                            .formatted(version, Runtime.getRuntime().maxMemory() >> 20),
                    "Start with more memory, e.g. -Xmx4g.",
                    e);
        }
    }

    private static StartFailureException tooLarge(String version, Neo4jException refusal) {
        return new StartFailureException(
                "Version %s of the dataset cannot be loaded: a transaction needs more memory than the database allows (%s)."
                        .formatted(version, refusal.code()),
                "Nothing of an update was written. Start with more memory, e.g. -Xmx4g; on a Neo4j server, raise"
                        + " dbms.memory.transaction.total.max and db.memory.transaction.max. Or load this version into a"
                        + " new database, which needs less than an update.",
                refusal);
    }

    private void load(DatasetFiles files, String version, String checksum) {
        var present = graph.read(transaction ->
                transaction.run(PRESENT.text(), Map.of("id", Dataset.ID)).single());
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

    private String loadFirst(DatasetFiles files, String version, String checksum) {
        var plan = planning == null ? plan(files, version) : planning.join();
        planning = null;
        var load = FirstLoad.begin(graph, checksum);
        load.<DatasetRow>writeAll(
                "rows written as nodes",
                plan.rowCount(),
                rows -> files.batches(ALL_BUT_DATASET, BATCH_SIZE, rows),
                (transaction, rows) -> writeNodes(transaction, plan.graph(rows), checksum, load));
        // of a first load of other files that was interrupted
        load.write(transaction -> deleteLinks(transaction, checksum));
        load.<DatasetRow>writeAll(
                "rows written as relationships",
                plan.rowCount(),
                rows -> files.batches(ALL_BUT_DATASET, BATCH_SIZE, rows),
                (transaction, rows) -> writeLinks(transaction, plan.graph(rows)));
        load.<DatasetRow>writeAll(
                "rows resolved to memberships",
                plan.rowCount(DatasetTables.MEMBERSHIPS),
                rows -> files.batches(List.of(DatasetTables.MEMBERSHIPS), BATCH_SIZE, rows),
                (transaction, rows) -> facts.resolve(transaction, plan.ids(rows)));
        checkUnchanged(files, checksum);
        // last, as only a dataset with a version counts as loaded
        load.finish(transaction -> {
            if (!load.isIntoEmptyGraph()) {
                withdrawFormer(transaction, checksum);
                facts.resolve(transaction, ids(transaction, OTHER_MEMBERSHIPS, checksum));
            }
            var dataset = plan.graph(List.of(files.dataset()));
            writeNodes(transaction, dataset.nodeRows(stamp(checksum), false), load.since());
            finish(transaction, checksum);
        });
        return "%,d rows written".formatted(plan.rowCount());
    }

    /** Writes nodes; that is faster without looking for them, where there can be none. */
    private static void writeNodes(TransactionContext transaction, DatasetGraph rows, String checksum, FirstLoad load) {
        var stamp = new HashMap<>(stamp(checksum));
        if (load.isIntoEmptyGraph()) {
            stamp.put("recordedAt", load.since());
            transaction
                    .run(NEW_NODES.text(), Map.of("nodes", rows.nodeRows(stamp, false)))
                    .consume();
        } else {
            writeNodes(transaction, rows.nodeRows(stamp, false), load.since());
        }
    }

    /** The files are read again for each step. */
    private static void checkUnchanged(DatasetFiles files, String checksum) {
        if (!files.checksum().equals(checksum)) {
            throw new StartFailureException(
                    "The files of the dataset were changed while it was loaded.",
                    "Start again to load them as they are now.");
        }
    }

    private String update(TransactionContext transaction, DatasetFiles files, String version, String checksum) {
        var before = FirstLoad.lock(transaction);
        var reasonToKeep = reasonToKeep(before, version, checksum);
        if (reasonToKeep != null) {
            return reasonToKeep;
        }
        var plan = plan(files, version);
        var at = before.get("at").asZonedDateTime();
        files.batches(
                DatasetTables.ALL,
                BATCH_SIZE,
                rows -> writeNodes(transaction, plan.graph(rows).nodeRows(stamp(checksum), true), at));
        deleteLinks(transaction, checksum);
        withdrawFormer(transaction, checksum);
        var memberships = new LinkedHashSet<>(ids(transaction, OTHER_MEMBERSHIPS, checksum));
        files.batches(ALL_BUT_DATASET, BATCH_SIZE, rows -> writeLinks(transaction, plan.graph(rows)));
        files.batches(List.of(DatasetTables.MEMBERSHIPS), BATCH_SIZE, rows -> memberships.addAll(plan.ids(rows)));
        facts.resolve(transaction, memberships);
        facts.settle(transaction, ids(transaction, FACTS, checksum));
        ledger.reapplyMerges(transaction);
        finish(transaction, checksum);
        checkUnchanged(files, checksum);
        return "%,d rows written, replacing version %s"
                .formatted(plan.rowCount(), before.get("version").asString());
    }

    private static DatasetPlan plan(DatasetFiles files, String version) {
        var plan = DatasetPlanner.plan(files);
        log.info(
                "Dataset {}: {} files read and checked: {} organizations, {} cities and regions, {} memberships, {} claims of {} sources",
                version,
                files.sources().size(),
                plan.count("Organization"),
                plan.count("LocalGovernment"),
                plan.count("Membership"),
                plan.count("Claim"),
                plan.count("Source"));
        return plan;
    }

    /** What every node of the dataset has. */
    private static Map<String, Object> stamp(String checksum) {
        return Map.of("origin", ORIGIN, "checksum", checksum);
    }

    private static void writeNodes(TransactionContext transaction, List<Map<String, Object>> rows, ZonedDateTime at) {
        transaction.run(NODES.text(), Map.of("nodes", rows, "at", at)).consume();
    }

    private static void writeLinks(TransactionContext transaction, DatasetGraph rows) {
        transaction
                .run(LINKS.text(), Map.of("nodes", rows.linkRows(LINK_STAMP)))
                .consume();
    }

    private static void deleteLinks(TransactionContext transaction, String checksum) {
        transaction.run(DELETE_LINKS.text(), Map.of("checksum", checksum)).consume();
    }

    private static void withdrawFormer(TransactionContext transaction, String checksum) {
        transaction.run(WITHDRAW.text(), Map.of("checksum", checksum)).consume();
    }

    private static void finish(TransactionContext transaction, String checksum) {
        transaction
                .run(FINISH.text(), Map.of("id", Dataset.ID, "checksum", checksum))
                .consume();
    }

    private static List<String> ids(TransactionContext transaction, CypherStatement statement, String checksum) {
        return transaction
                .run(statement.text(), Map.of("checksum", checksum))
                .list(row -> row.get("id").asString());
    }
}
