package io.throughline.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.GraphTest;
import io.throughline.infra.cypher.GraphWriter;
import io.throughline.model.membership.Directness;
import io.throughline.model.membership.MembershipRole;
import io.throughline.model.source.Rank;
import io.throughline.model.source.Status;
import io.throughline.model.source.Strength;
import io.throughline.reference.date.PartialDate;
import io.throughline.writing.ledger.ClaimEvidence;
import io.throughline.writing.ledger.Ledger;
import io.throughline.writing.ledger.LedgerActivity;
import io.throughline.writing.ledger.MembershipClaim;
import io.throughline.writing.ledger.MembershipResolution;
import io.throughline.writing.ledger.MembershipStatementBuilder;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import org.springframework.beans.factory.annotation.Autowired;

/** Loads a newer dataset into a graph in which people have corrected the previous one and imported a list. */
@Tag("full") // starts a server of its own
@GraphTest
class LoadingAfterEditsTests {

    private static final LedgerActivity RETRACT =
            new LedgerActivity("loading-edits-retract", LedgerActivity.Kind.EDIT, "Ada");
    private static final LedgerActivity MERGE =
            new LedgerActivity("loading-edits-merge", LedgerActivity.Kind.EDIT, "Ada");
    private static final LedgerActivity IMPORT =
            new LedgerActivity("loading-edits-import", LedgerActivity.Kind.IMPORT, "Ada");
    private static final LedgerActivity UNDO =
            new LedgerActivity("loading-edits-undo", LedgerActivity.Kind.EDIT, "Ada");

    private static final Set<String> VOLATILE =
            Set.of("recordedAt", "loadedAt", "lockedAt", "withdrawnAt", "revision", "activityId", "recordedBy");

    @Autowired
    private BuiltInDatasetLoader dataset;

    @Autowired
    private GraphWriter writer;

    @Autowired
    private Ledger ledger;

    @Autowired
    private MembershipResolution resolution;

    @Autowired
    private Driver driver;

    @Test
    void keepsEditsWhenANewerDatasetIsLoadedAndCanStillUndoThem() {
        var ids = new TreeSet<>(new GraphQueries(driver).column("MATCH (node:Entity) RETURN node.id"));
        var before = digest();
        writer.write(transaction -> {
            ledger.withdraw(transaction, RETRACT, List.of("c40-2024-11.bengaluru"), "not so");
            ledger.merge(transaction, MERGE, "casablanca", "Casablanca", "ahmedabad", "one city");
            return ledger.record(transaction, IMPORT, List.of(melroseInC40()));
        });
        dataset.load(newer());
        assertThat(state())
                .containsEntry("bengaluruClaims", 0L)
                .containsEntry("casablanca", "Merged")
                .containsEntry("casablancaMemberships", 0L)
                .containsEntry("ahmedabadInC40", 1L)
                .containsEntry("ahmedabadClaims", 2L)
                .containsEntry("ahmedabadNames", true)
                .containsEntry("melroseEnds", 2L)
                .containsEntry("melroseClaims", 2L)
                .containsEntry("melroseInC40", 1L);
        for (var activity : List.of(IMPORT, MERGE, RETRACT)) {
            while (writer.write(transaction -> ledger.undo(transaction, UNDO, activity.id(), 100))
                    .more()) {}
        }
        writer.write(transaction -> transaction
                .run("MATCH (dataset:Dataset) SET dataset.version = '0'")
                .consume());
        dataset.load(DatasetVariants.REAL);
        restoreGraph(ids);
        var after = digest();
        assertThat(Stream.concat(
                        before.stream().filter(line -> !after.contains(line)).map(line -> "before: " + line),
                        after.stream().filter(line -> !before.contains(line)).map(line -> "after: " + line)))
                .isEmpty();
    }

    private static DatasetFiles newer() {
        var files = DatasetVariants.replacing("dataset.csv", DatasetVariants.REAL.version() + ",", "9999.2,");
        return DatasetVariants.with(
                files,
                "memberships/c40-2024-11.csv",
                text -> text
                        + text.lines()
                                .filter(line -> line.startsWith("boston,"))
                                .map(line -> line.replace("boston", "melrose") + "\n")
                                .findFirst()
                                .orElseThrow());
    }

    private static MembershipClaim melroseInC40() {
        return MembershipClaim.of(
                "melrose",
                MembershipStatementBuilder.builder()
                        .role(MembershipRole.MEMBER)
                        .organizationId("c40")
                        .viaIds(List.of())
                        .directness(Directness.DIRECT)
                        .validFrom(PartialDate.parse("2020"))
                        .status(Status.IN_FORCE)
                        .build(),
                new ClaimEvidence("text-mma", null, null, null, Strength.STATED, Rank.NORMAL, false, null));
    }

    private Map<String, Object> state() {
        return new GraphQueries(driver).rows("""
                        MATCH (c40:Entity {id: 'c40'}), (casablanca:Entity {id: 'casablanca'}), (ahmedabad:Entity {id: 'ahmedabad'})
                        MATCH (melrose:Entity {id: 'melrose.member.c40'})
                        RETURN {
                          bengaluruClaims: COUNT { (:Entity {id: 'bengaluru.member.c40'})<-[:SUPPORTS]-(claim:Claim) WHERE claim.id STARTS WITH 'c40-2024-11' },
                          casablanca: [label IN labels(casablanca) WHERE label <> 'Entity'][0],
                          casablancaMemberships: COUNT { (casablanca)<-[:MEMBER]-(:Membership) },
                          ahmedabadInC40: COUNT { (ahmedabad)-[:MEMBER_OF]->(c40) },
                          ahmedabadClaims: COUNT { (:Entity {id: 'ahmedabad.member.c40'})<-[:SUPPORTS]-(:Claim) },
                          ahmedabadNames: EXISTS { (ahmedabad)-[:HAS_NAME]->(name:Name) WHERE name.value = 'Casablanca' },
                          melroseEnds: COUNT { (melrose)-[:MEMBER|ORGANIZATION]->() },
                          melroseClaims: COUNT { (melrose)<-[:SUPPORTS]-(:Claim) },
                          melroseInC40: COUNT { (:Entity {id: 'melrose'})-[:MEMBER_OF]->(c40) }
                        } AS seen
                        """, Map.of()).get(0).get("seen").asMap();
    }

    private void restoreGraph(Set<Object> ids) {
        writer.write(transaction -> {
            transaction
                    .run(
                            "MATCH (node:Entity) WHERE NOT node.id IN $ids DETACH DELETE node",
                            Map.of("ids", List.copyOf(ids)))
                    .consume();
            transaction.run("""
                            MATCH (node:Entity)
                            WHERE node.withdrawnOrigin IS NOT NULL
                            SET node.withdrawnOrigin = null, node.withdrawnBy = null, node.withdrawnAs = null,
                                node.withdrawnReason = null, node.supersededById = null
                            """).consume();
            resolution.resolve(
                    transaction,
                    transaction
                            .run("MATCH (membership:Membership) RETURN membership.id AS id")
                            .list(row -> row.get("id").asString()));
            return null;
        });
    }

    /** Every node and relationship as a line, without when and by whom it was written. */
    private Set<String> digest() {
        var lines = new TreeSet<String>();
        for (var row : new GraphQueries(driver).rows("""
                        CALL () {
                          MATCH (node:Entity) RETURN node.id AS id, labels(node) AS labels, properties(node) AS properties
                          UNION ALL
                          MATCH (from:Entity)-[link]->(to:Entity)
                          RETURN from.id + ' ' + type(link) + ' ' + to.id AS id, [] AS labels, properties(link) AS properties
                        }
                        RETURN id, labels, properties
                        """, Map.of())) {
            var properties = new TreeMap<>(row.get("properties").asMap());
            properties.keySet().removeAll(VOLATILE);
            lines.add(row.get("id").asString() + new TreeSet<>(row.get("labels").asList()) + properties);
        }
        return lines;
    }
}
