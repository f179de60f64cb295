package io.throughline.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.throughline.GraphTest;
import io.throughline.infra.cypher.GraphWriter;
import io.throughline.writing.ledger.MembershipResolution;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.neo4j.driver.Driver;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Loads a changed dataset, twice at the same time, into a graph that people have added to, and then the real one again. The
 * tests compare the states before, with the changed dataset and afterwards, and after it was loaded as if for the first time; in the
 * end the graph is as it was.
 */
@Tag("full") // loads the dataset several times
@GraphTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LoadingTests {

    /** Properties that differ with every load and are irrelevant here. */
    private static final Set<String> MOMENTS = Set.of("recordedAt", "loadedAt", "lockedAt", "withdrawnAt");

    /** A membership with its claim and shortcut, a claim on a built-in membership, a property and a label. */
    private static final String ADDITIONS = """
            MATCH (boston:Entity {id: 'boston'}), (melrose:Entity {id: 'melrose'}), (c40:Entity {id: 'c40'})
            MATCH (casablanca:Entity {id: 'casablanca.member.c40'})
            SET boston.loadingTests = 'kept', boston:LoadingTests
            CREATE (source:Entity:Source {id: 'loading-tests-source', title: 'Notes', licence: 'none', origin: 'curated'})
            CREATE (own:Entity:Membership {id: 'loading-tests-membership', role: 'MEMBER', strength: 'STATED', memberId: 'melrose',
                                           organizationId: 'c40', sourceCount: 1, origin: 'curated'})
            CREATE (melrose)<-[:MEMBER {origin: 'curated'}]-(own)-[:ORGANIZATION {origin: 'curated'}]->(c40)
            CREATE (melrose)-[:MEMBER_OF {membershipId: own.id, memberId: 'melrose', organizationId: 'c40', role: 'MEMBER'}]->(c40)
            FOREACH (fact IN [own, casablanca] |
              CREATE (claim:Entity:Claim {id: 'loading-tests-claim-' + fact.memberId, rank: 'NORMAL', strength: 'STATED',
                                          property: 'MEMBER', sourceId: source.id, origin: 'curated'})
              CREATE (claim)-[:STATED_IN {origin: 'curated'}]->(source)
              CREATE (claim)-[:SUPPORTS {origin: 'curated'}]->(fact))
            """;

    private static final String STATE = """
            MATCH (dataset:Dataset)
            MATCH (boston:Entity {id: 'boston'})-[inC40:MEMBER_OF]->(c40:Entity {id: 'c40'})
            MATCH (bengaluru:Entity {id: 'c40-2024-11.bengaluru'})
            MATCH (:Entity {id: 'claim-2.01'})-[says:SUPPORTS]->(:Entity {id: 'race-to-zero'})
            MATCH (circle:Entity {id: 'jci-race-to-zero-circle.official-partner.race-to-zero'})
            MATCH (:Entity {id: 'claim-2.25'})-[circleClaim:SUPPORTS]->(circle)
            MATCH (ahmedabad:Entity {id: 'ahmedabad.member.c40'})
            MATCH (ahmedabadClaim:Entity {id: 'c40-2024-11.ahmedabad'})
            MATCH (casablanca:Entity {id: 'casablanca.member.c40'})
            MATCH (accra:Entity {id: 'accra'})
            MATCH (members:Entity {id: 'figure-race-to-zero-members-2022'})
            MATCH (own:Entity {id: 'loading-tests-membership'})
            OPTIONAL MATCH (name:Entity {id: 'boston/name/Loading Town'})
            RETURN {
              version: dataset.version,
              datasets: COUNT { (:Dataset) },
              ofAnotherChecksum: COUNT { MATCH (node:Claim|Membership|Name {origin: 'built-in'})
                                         WHERE node.checksum <> dataset.checksum AND node <> casablanca },
              doubled: COUNT { MATCH (one)-[a]->(other) MATCH (one)-[b]->(other)
                               WHERE type(a) = type(b) AND elementId(a) < elementId(b) AND type(a) <> 'MEMBER_OF' },
              boston: boston.name + ' ' + boston.sortName + ' ' + inC40.sortName,
              bengaluru: bengaluru.printed + ' ' + coalesce(bengaluru.asOf, '-') + ' '
                       + coalesce(bengaluru.asOfEarliest, '-') + ' ' + coalesce(bengaluru.asOfLatest, '-'),
              scope: coalesce(says.scopeOfActors, '-') + ' ' + coalesce(says.scope, '-'),
              circle: coalesce(circle.validFrom, '-') + ' ' + coalesce(circle.validFromEarliest, '-') + ' '
                    + coalesce(circleClaim.validFromEarliest, '-') + ' ' + coalesce(circleClaim.validFromLatest, '-'),
              members: coalesce(members.asOf, '-') + ' ' + coalesce(members.asOfEarliest, '-') + ' '
                     + coalesce(members.asOfLatest, '-'),
              accraHasAPosition: accra.position IS NOT NULL,
              ahmedabad: [label IN labels(ahmedabad) WHERE label <> 'Entity'][0],
              ahmedabadClaim: [label IN labels(ahmedabadClaim) WHERE label <> 'Entity'][0] + ' ' + ahmedabadClaim.printed,
              ahmedabadInC40: EXISTS { (:Entity {id: 'ahmedabad'})-[:MEMBER_OF]->(c40) },
              ahmedabadRecorded: ahmedabad.recordedAt,
              casablanca: [label IN labels(casablanca) WHERE label <> 'Entity'][0],
              casablancaClaims: COUNT { (casablanca)<-[:SUPPORTS]-(:Claim) },
              casablancaInC40: EXISTS { (:Entity {id: 'casablanca'})-[:MEMBER_OF]->(c40) },
              ownMembership: [label IN labels(own) WHERE label <> 'Entity'][0],
              ownMembershipInC40: EXISTS { (:Entity {id: 'melrose'})-[:MEMBER_OF {membershipId: own.id}]->(c40) },
              ownClaims: COUNT { (claim:Claim) WHERE claim.id STARTS WITH 'loading-tests-claim' },
              ownProperty: boston.loadingTests,
              ownLabel: boston:LoadingTests,
              name: [label IN labels(name) WHERE label <> 'Entity'][0]
            } AS seen
            """;

    private final BuiltInDatasetLoader dataset;
    private final GraphWriter writer;
    private final MembershipResolution memberships;
    private final GraphQueries graph;

    private Set<String> before = Set.of();
    private Map<String, Object> atFirst = Map.of();
    private Map<String, Object> changed = Map.of();
    private Map<String, Object> back = Map.of();
    private Map<String, Object> first = Map.of();

    LoadingTests(
            @Autowired BuiltInDatasetLoader dataset,
            @Autowired GraphWriter writer,
            @Autowired MembershipResolution memberships,
            @Autowired Driver driver) {
        this.dataset = dataset;
        this.writer = writer;
        this.memberships = memberships;
        this.graph = new GraphQueries(driver);
    }

    private static DatasetFiles changedFiles() {
        var c40 = "memberships/c40-2024-11.csv";
        var files = DatasetVariants.replacing("dataset.csv", DatasetVariants.REAL.version() + ",", "9999.1,");
        files = DatasetVariants.replacing(files, "cities.csv", "boston,Boston,", "boston,Ábost,");
        files = DatasetVariants.with(
                files, "cities.csv", text -> text.replaceFirst("(?m)^(accra,.*?,GH-AA),[^,]*,[^,]*,", "$1,,,"));
        files = DatasetVariants.with(files, c40, text -> text.replaceFirst("(?m)^ahmedabad,.*\\R", ""));
        files = DatasetVariants.with(files, c40, text -> text.replaceFirst("(?m)^casablanca,.*\\R", ""));
        files = DatasetVariants.replacing(files, c40, "Bengaluru,2024-11-06,", "Bangalore,,");
        files = DatasetVariants.replacing(
                files, "memberships/texts.csv", "DIRECT,2020-12-17,,,IN_FORCE", "DIRECT,,,,IN_FORCE");
        files = DatasetVariants.replacing(files, "statements.csv", ",scopeOfActors,", ",scope,");
        files = DatasetVariants.replacing(
                files, "figures.csv", "(as of the end of 2022)\",2022-12-31,", "(as of the end of 2022)\",,");
        return DatasetVariants.adding(files, "names.csv", "boston,Loading Town,ALIAS,en,");
    }

    @BeforeAll
    void changeAndChangeBack() {
        before = digest();
        write(ADDITIONS);
        atFirst = state();
        var files = changedFiles();
        CompletableFuture.allOf(
                        CompletableFuture.runAsync(() -> dataset.load(files)),
                        CompletableFuture.runAsync(() -> dataset.load(files)))
                .join();
        dataset.load(DatasetVariants.REAL);
        changed = state();
        write("MATCH (dataset:Dataset) SET dataset.version = '0'");
        dataset.load(DatasetVariants.REAL);
        back = state();
        // as if it had never been loaded completely
        write("MATCH (dataset:Dataset) SET dataset.version = null, dataset.checksum = null");
        CompletableFuture.allOf(
                        CompletableFuture.runAsync(() -> dataset.load(DatasetVariants.REAL)),
                        CompletableFuture.runAsync(() -> dataset.load(DatasetVariants.REAL)))
                .join();
        first = state();
    }

    @AfterAll
    void restoreGraph() {
        write("""
                MATCH (node:Entity)
                WHERE node.id STARTS WITH 'loading-tests' OR node.id = 'boston/name/Loading Town'
                DETACH DELETE node
                """);
        write("""
                MATCH ()-[link:MEMBER_OF]->()
                WHERE link.membershipId STARTS WITH 'loading-tests'
                DELETE link
                """);
        write("MATCH (boston:Entity {id: 'boston'}) REMOVE boston.loadingTests, boston:LoadingTests");
        writer.write(transaction -> {
            memberships.resolve(
                    transaction,
                    transaction
                            .run("MATCH (membership:Membership) RETURN membership.id AS id")
                            .list(row -> row.get("id").asString()));
            return null;
        });
        var after = digest();
        assertThat(Stream.concat(
                        before.stream().filter(line -> !after.contains(line)).map(line -> "before: " + line),
                        after.stream().filter(line -> !before.contains(line)).map(line -> "after: " + line)))
                .isEmpty();
    }

    @Test
    void anOlderVersionDoesNotReplaceANewerOne() {
        assertThat(changed).containsEntry("version", "9999.1");
    }

    @Test
    void loadingTwiceAtOnceLeavesOneDataset() {
        assertThat(changed)
                .containsEntry("datasets", 1L)
                .containsEntry("ofAnotherChecksum", 0L)
                .containsEntry("doubled", 0L);
        assertThat(back).containsEntry("datasets", 1L).containsEntry("doubled", 0L);
    }

    @Test
    void twoServersShareAFirstLoad() {
        assertThat(first).isEqualTo(back);
    }

    @Test
    void aChangedNameIsUpdatedEverywhere() {
        assertThat(changed).containsEntry("boston", "Ábost abost abost");
        assertThat(back).containsEntry("boston", "Boston boston boston");
    }

    @Test
    void aChangedClaimHasOnlyTheNewValues() {
        assertThat(atFirst).containsEntry("bengaluru", "Bengaluru 2024-11-06 2024-11-06 2024-11-06");
        assertThat(changed).containsEntry("bengaluru", "Bangalore - - -");
        assertThat(back).containsEntry("bengaluru", atFirst.get("bengaluru"));
    }

    @Test
    void aRemovedStatementDisappears() {
        assertThat(atFirst).containsEntry("scope", "non-state actors -");
        assertThat(changed).containsEntry("scope", "- non-state actors");
        assertThat(back).containsEntry("scope", "non-state actors -");
    }

    @Test
    void aRemovedDateLosesItsFirstAndLastDay() {
        assertThat(atFirst).containsEntry("circle", "2020-12-17 2020-12-17 2020-12-17 2020-12-17");
        assertThat(changed).containsEntry("circle", "- - - -");
        assertThat(back).containsEntry("circle", atFirst.get("circle"));
    }

    @Test
    void aFigureLosesItsDateWithItsClaim() {
        assertThat(atFirst).containsEntry("members", "2022-12-31 2022-12-31 2022-12-31");
        assertThat(changed).containsEntry("members", "- - -");
        assertThat(back).containsEntry("members", atFirst.get("members"));
    }

    @Test
    void removedCoordinatesRemoveThePosition() {
        assertThat(atFirst).containsEntry("accraHasAPosition", true);
        assertThat(changed).containsEntry("accraHasAPosition", false);
        assertThat(back).containsEntry("accraHasAPosition", true);
    }

    @Test
    void aRemovedMembershipIsWithdrawnAndReturns() {
        assertThat(atFirst).containsEntry("ahmedabad", "Membership").containsEntry("ahmedabadInC40", true);
        assertThat(changed)
                .containsEntry("ahmedabad", "Withdrawn")
                .containsEntry("ahmedabadClaim", "Withdrawn Ahmedabad")
                .containsEntry("ahmedabadInC40", false);
        assertThat(back)
                .containsEntry("ahmedabad", "Membership")
                .containsEntry("ahmedabadClaim", "Claim Ahmedabad")
                .containsEntry("ahmedabadInC40", true);
    }

    @Test
    void keepsWhenAFactWasFirstRecorded() {
        assertThat(changed).containsEntry("ahmedabadRecorded", atFirst.get("ahmedabadRecorded"));
        assertThat(back).containsEntry("ahmedabadRecorded", atFirst.get("ahmedabadRecorded"));
    }

    @Test
    void aNewNameAppearsAndIsWithdrawnWhenRemoved() {
        assertThat(atFirst).doesNotContainKey("name");
        assertThat(changed).containsEntry("name", "Name");
        assertThat(back).containsEntry("name", "Withdrawn");
    }

    @Test
    void keepsWhatPeopleAdded() {
        assertThat(changed)
                .containsEntry("ownMembership", "Membership")
                .containsEntry("ownMembershipInC40", true)
                .containsEntry("ownClaims", 2L)
                .containsEntry("ownProperty", "kept")
                .containsEntry("ownLabel", true);
        assertThat(back)
                .containsEntry("ownMembership", "Membership")
                .containsEntry("ownMembershipInC40", true)
                .containsEntry("ownClaims", 2L)
                .containsEntry("ownProperty", "kept")
                .containsEntry("ownLabel", true);
    }

    @Test
    void keepsARemovedFactThatSomeoneElseStates() {
        assertThat(changed)
                .containsEntry("casablanca", "Membership")
                .containsEntry("casablancaClaims", 1L)
                .containsEntry("casablancaInC40", true);
        assertThat(back).containsEntry("casablanca", "Membership").containsEntry("casablancaClaims", 2L);
    }

    @Test
    void loadingTheSameAgainWritesNothing() {
        var loadedAt = graph.one("MATCH (dataset:Dataset) RETURN dataset.loadedAt");
        var here = digest();
        dataset.load(DatasetVariants.REAL);
        assertThat(graph.one("MATCH (dataset:Dataset) RETURN dataset.loadedAt")).isEqualTo(loadedAt);
        assertThat(digest()).isEqualTo(here);
    }

    @Test
    void anInvalidDatasetLeavesTheGraphUnchanged() {
        var here = digest();
        var invalid = DatasetVariants.adding(
                DatasetVariants.replacing("dataset.csv", DatasetVariants.REAL.version(), "9999.3"), "persons.csv", "x");
        assertThatExceptionOfType(InvalidDatasetException.class)
                .isThrownBy(() -> dataset.load(invalid))
                .withMessageStartingWith("dataset/persons.csv, line %d, column 'name'"
                        .formatted(DatasetVariants.nextLine("persons.csv")));
        assertThat(digest()).isEqualTo(here);
    }

    private Map<String, Object> state() {
        var seen = new TreeMap<>(graph.rows(STATE, Map.of()).get(0).get("seen").asMap());
        seen.values().removeIf(value -> value == null);
        return seen;
    }

    private void write(String statement) {
        writer.write(transaction -> transaction.run(statement).consume());
    }

    /** Every node and relationship as a line, without the times of loading. */
    private Set<String> digest() {
        var lines = new TreeSet<String>();
        for (var row : graph.rows("""
                CALL () {
                  MATCH (node:Entity) RETURN node.id AS id, labels(node) AS labels, properties(node) AS properties
                  UNION ALL
                  MATCH (from:Entity)-[link]->(to:Entity)
                  RETURN from.id + ' ' + type(link) + ' ' + to.id AS id, [] AS labels, properties(link) AS properties
                }
                RETURN id, labels, properties
                """, Map.of())) {
            var properties = new TreeMap<>(row.get("properties").asMap());
            properties.keySet().removeAll(MOMENTS);
            lines.add(row.get("id").asString() + new TreeSet<>(row.get("labels").asList()) + properties);
        }
        return lines;
    }
}
