package io.throughline.dataset;

import io.throughline.infra.cypher.CypherStatement;
import io.throughline.infra.cypher.GraphWriter;
import io.throughline.infra.store.StoreReadyEvent;
import io.throughline.writing.ledger.Ledger;
import io.throughline.writing.ledger.MembershipResolution;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.neo4j.driver.TransactionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Updates the graph to the built-in dataset, in one transaction, before the server accepts requests. What people added stays;
 * a claim that a newer version no longer makes is withdrawn, not deleted. Servers that start at the same time take turns: the
 * first write is to the single dataset node, which the database locks.
 */
@Component
class BuiltInDatasetLoader {

    private static final Logger log = LoggerFactory.getLogger(BuiltInDatasetLoader.class);

    private static final CypherStatement LOCK = CypherStatement.in("dataset/lock-dataset.cypher");
    private static final CypherStatement NODES = CypherStatement.in("dataset/write-nodes.cypher");
    private static final CypherStatement LINKS = CypherStatement.in("dataset/write-relationships.cypher");
    private static final CypherStatement DELETE_LINKS = CypherStatement.in("dataset/delete-own-relationships.cypher");
    private static final CypherStatement WITHDRAW = CypherStatement.in("dataset/withdraw-former-claims.cypher");
    private static final CypherStatement MEMBERSHIPS = CypherStatement.in("dataset/memberships-to-resolve.cypher");
    private static final CypherStatement FACTS = CypherStatement.in("dataset/facts-to-settle.cypher");
    private static final CypherStatement FINISH = CypherStatement.in("dataset/finish-dataset.cypher");

    private static final int BATCH_SIZE = 2_000;

    private final GraphWriter graph;
    private final MembershipResolution facts;
    private final Ledger ledger;
    private final String location;

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

    @EventListener(StoreReadyEvent.class)
    void load() {
        load(DatasetFiles.in(location));
    }

    /** Writes the dataset unless the graph already has it or a newer version. */
    void load(DatasetFiles files) {
        var checksum = files.checksum();
        var version = files.version();
        var outcome = graph.write(transaction -> write(transaction, files, version, checksum));
        graph.sampleIndexes();
        log.info("Dataset {}: {}", version, outcome);
    }

    private String write(TransactionContext transaction, DatasetFiles files, String version, String checksum) {
        var before = transaction.run(LOCK.text(), Map.of("id", "dataset")).single();
        if (before.get("checksum").asString("").equals(checksum)) {
            return "already loaded";
        }
        var loaded = before.get("version").asString(null);
        if (loaded != null && DatasetVersions.isNewer(loaded, version)) {
            return "not loaded, because the graph has the newer version " + loaded;
        }
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
        inBatches(
                plan.nodeRows(loaded != null),
                rows -> transaction
                        .run(NODES.text(), Map.of("nodes", rows, "checksum", checksum))
                        .consume());
        if (loaded != null) {
            transaction.run(DELETE_LINKS.text(), Map.of("checksum", checksum)).consume();
            transaction.run(WITHDRAW.text(), Map.of("checksum", checksum)).consume();
        }
        inBatches(
                plan.linkRows(),
                rows -> transaction.run(LINKS.text(), Map.of("links", rows)).consume());
        facts.resolve(transaction, ids(transaction, MEMBERSHIPS, checksum));
        if (loaded != null) {
            facts.settle(transaction, ids(transaction, FACTS, checksum));
            ledger.reapplyMerges(transaction);
        }
        transaction
                .run(FINISH.text(), Map.of("id", "dataset", "checksum", checksum))
                .consume();
        return "%s nodes and %s relationships written%s"
                .formatted(plan.size(), plan.linkCount(), loaded == null ? "" : ", replacing version " + loaded);
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
