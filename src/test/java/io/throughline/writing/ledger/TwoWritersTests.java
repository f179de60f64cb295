package io.throughline.writing.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import io.throughline.GraphTest;
import io.throughline.infra.cypher.GraphWriter;
import io.throughline.model.agent.OrganizationKind;
import io.throughline.model.membership.Directness;
import io.throughline.model.membership.MembershipRole;
import io.throughline.model.source.Rank;
import io.throughline.model.source.Status;
import io.throughline.model.source.Strength;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;

/** Servers that write the same data at the same time. */
@Tag("full") // lets four writers compete
@GraphTest
@Timeout(120)
class TwoWritersTests {

    private static final LedgerActivity BY = new LedgerActivity("two-writers-run", LedgerActivity.Kind.IMPORT, "Ada");
    private static final int CITIES = 40;
    private static final int NETWORKS = 3;

    /** Parishes of Andorra, which the dataset does not contain. */
    private static final List<String> STATES = List.of("CH-AI", "CH-AR", "CH-GL", "CH-NW", "CH-OW", "CH-SZ", "CH-UR");

    @Autowired
    private GraphWriter writer;

    @Autowired
    private Ledger ledger;

    @BeforeEach
    void addThings() {
        writer.write(transaction -> {
            ledger.addOrganizations(
                    transaction,
                    BY,
                    IntStream.range(0, NETWORKS)
                            .mapToObj(number -> new NewOrganization(
                                    "two-writers-network-" + number,
                                    "Network " + number,
                                    OrganizationKind.NETWORK,
                                    null,
                                    null,
                                    null))
                            .toList());
            ledger.addSource(
                    transaction,
                    BY,
                    NewSourceBuilder.builder()
                            .id("two-writers-list")
                            .title("A list")
                            .licence("none")
                            .build());
            return null;
        });
    }

    @AfterEach
    void leaveTheGraphAsItWas() {
        writer.write(transaction -> transaction.run("""
                        MATCH (node:Entity)
                        WHERE node.id STARTS WITH 'two-writers' OR node.activityId = 'two-writers-run'
                        DETACH DELETE node
                        """).consume());
    }

    @Test
    void fourWritersOfTheSameListRecordItOnce() {
        var changes = Collections.synchronizedList(new ArrayList<RecordedClaim.Change>());
        CompletableFuture.allOf(IntStream.range(0, 4)
                        .mapToObj(seed -> CompletableFuture.runAsync(() -> writeAll(seed, changes)))
                        .toArray(CompletableFuture[]::new))
                .join();
        assertThat(changes).filteredOn(RecordedClaim.Change.NEW::equals).hasSize(CITIES * NETWORKS);
        assertThat(changes).doesNotContain(RecordedClaim.Change.CHANGED);
        assertThat(one("""
                        RETURN [COUNT { (n:City) WHERE n.id STARTS WITH 'two-writers' },
                                COUNT { (n:Membership) WHERE n.id STARTS WITH 'two-writers' },
                                COUNT { (n:Claim) WHERE n.id STARTS WITH 'two-writers' },
                                COUNT { (n:Network)<-[:MEMBER_OF]-() WHERE n.id STARTS WITH 'two-writers' },
                                COLLECT { MATCH (n:Network) WHERE n.id STARTS WITH 'two-writers' RETURN n.knownMembers }]
                        """))
                .isEqualTo(List.of(
                        (long) CITIES,
                        (long) CITIES * NETWORKS,
                        (long) CITIES * NETWORKS,
                        (long) CITIES * NETWORKS,
                        List.of((long) CITIES, (long) CITIES, (long) CITIES)));
    }

    @Test
    void fourWritersAddAStateOnce() {
        CompletableFuture.allOf(IntStream.range(0, 4)
                        .mapToObj(each -> CompletableFuture.runAsync(() -> addCitiesOf(STATES)))
                        .toArray(CompletableFuture[]::new))
                .join();
        assertThat(one("""
                        RETURN [COUNT { (n:City)-[:IN_STATE]->() WHERE n.id STARTS WITH 'two-writers' },
                                COUNT { (n:Place) WHERE n.activityId = 'two-writers-run' },
                                COUNT { (n:Claim)-[:SUPPORTS]->(:Place) WHERE n.activityId = 'two-writers-run' }]
                        """)).isEqualTo(List.of((long) STATES.size(), (long) STATES.size(), (long) STATES.size()));
    }

    @Test
    void fourWritersGiveAnIdentifierToTheFirstAgentOnly() {
        var holders = Collections.synchronizedMap(new TreeMap<String, String>());
        CompletableFuture.allOf(IntStream.range(0, 4)
                        .mapToObj(each -> CompletableFuture.runAsync(() -> addWithIdentifiers(each, holders)))
                        .toArray(CompletableFuture[]::new))
                .join();
        assertThat(holders).hasSize(3 * CITIES);
        assertThat(one("""
                        MATCH (n:City)-[:HAS_IDENTIFIER]->(number)
                        WHERE number.value STARTS WITH 'two-writers-number'
                        WITH n.id AS id, count(number) AS numbers
                        ORDER BY id
                        RETURN collect(id)
                        """))
                .isEqualTo(List.copyOf(new TreeSet<>(holders.values())))
                .asInstanceOf(LIST)
                .hasSize(CITIES);
    }

    /** Adds the same cities under ids of this writer. */
    private void addWithIdentifiers(int writerNumber, Map<String, String> holders) {
        for (var from = 0; from < CITIES; from += 10) {
            var cities = IntStream.range(from, from + 10)
                    .mapToObj(number -> NewAgentBuilder.builder()
                            .id("two-writers-%d-%d".formatted(writerNumber, number))
                            .label("City")
                            .kind("CITY")
                            .name("City")
                            .identifiers(Map.of("geonames", "two-writers-number-" + number))
                            .countryId("IT")
                            .build())
                    .toList();
            holders.putAll(writer.write(transaction -> ledger.addAgents(transaction, BY, cities)));
        }
    }

    @Test
    void claimsRecordedDuringAMergeGoToTheSurvivor() {
        writer.write(transaction -> {
            ledger.addAgents(
                    transaction,
                    BY,
                    IntStream.range(0, CITIES)
                            .mapToObj(number -> city("two-writers-city-" + number))
                            .toList());
            return null;
        });
        var changes = Collections.synchronizedList(new ArrayList<RecordedClaim.Change>());
        CompletableFuture.allOf(
                        CompletableFuture.runAsync(() -> writeAll(1, changes)),
                        CompletableFuture.runAsync(() -> writeAll(2, changes)),
                        CompletableFuture.runAsync(this::mergeSome))
                .join();
        assertThat(one("""
                        RETURN [COUNT { (n:Merged) WHERE n.id STARTS WITH 'two-writers' },
                                COUNT { (:Merged)<-[:MEMBER]-(:Membership) },
                                COUNT { (:Merged)-[:MEMBER_OF]->() },
                                COUNT { (n:Membership) WHERE n.id STARTS WITH 'two-writers' },
                                COLLECT { MATCH (n:Network) WHERE n.id STARTS WITH 'two-writers' RETURN n.knownMembers }]
                        """))
                .isEqualTo(List.of(
                        (long) CITIES / 2,
                        0L,
                        0L,
                        (long) CITIES / 2 * NETWORKS,
                        List.of((long) CITIES / 2, (long) CITIES / 2, (long) CITIES / 2)));
    }

    private void addCitiesOf(List<String> states) {
        for (var state : states) {
            var city = NewAgentBuilder.builder()
                    .id("two-writers-" + state)
                    .label("City")
                    .kind("CITY")
                    .name(state)
                    .identifiers(Map.of())
                    .countryId("AD")
                    .stateId(state)
                    .build();
            writer.write(transaction -> {
                ledger.addAgents(transaction, BY, List.of(city));
                return null;
            });
        }
    }

    /** Merges every second city into the one before it. */
    private void mergeSome() {
        for (var number = 1; number < CITIES; number += 2) {
            var merged = "two-writers-city-" + number;
            var survivor = "two-writers-city-" + (number - 1);
            writer.write(transaction -> {
                ledger.merge(transaction, BY, merged, merged, survivor, null);
                return null;
            });
        }
    }

    /** Writes batches in an order that depends on the seed, as servers with different files would. */
    private void writeAll(int seed, List<RecordedClaim.Change> changes) {
        var claims = new ArrayList<>(IntStream.range(0, CITIES)
                .boxed()
                .flatMap(city -> Stream.of(claim(city, 0), claim(city, 1), claim(city, 2)))
                .toList());
        Collections.shuffle(claims, new Random(seed));
        for (var from = 0; from < claims.size(); from += 30) {
            var batch = claims.subList(from, from + 30);
            changes.addAll(writer.write(transaction -> {
                ledger.addAgents(
                        transaction,
                        BY,
                        batch.stream().map(claim -> city(claim.memberId())).toList());
                return ledger.record(transaction, BY, batch).stream()
                        .map(RecordedClaim::change)
                        .toList();
            }));
        }
    }

    private static NewAgent city(String id) {
        return NewAgentBuilder.builder()
                .id(id)
                .label("City")
                .kind("CITY")
                .name(id)
                .identifiers(Map.of("geonames", id))
                .countryId("IT")
                .build();
    }

    private static MembershipClaim claim(int city, int network) {
        return MembershipClaim.of(
                "two-writers-city-" + city,
                MembershipStatementBuilder.builder()
                        .role(MembershipRole.MEMBER)
                        .organizationId("two-writers-network-" + network)
                        .viaIds(List.of())
                        .directness(Directness.UNKNOWN)
                        .status(Status.IN_FORCE)
                        .build(),
                new ClaimEvidence("two-writers-list", null, null, null, Strength.STATED, Rank.NORMAL, false, null));
    }

    private Object one(String query) {
        return writer.write(
                transaction -> transaction.run(query).single().get(0).asObject());
    }
}
