package io.throughline.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.GraphTest;
import io.throughline.infra.cypher.GraphWriter;
import io.throughline.model.agent.OrganizationKind;
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
import io.throughline.writing.ledger.MembershipStatementBuilder;
import io.throughline.writing.ledger.NewAgentBuilder;
import io.throughline.writing.ledger.NewOrganization;
import io.throughline.writing.ledger.NewSourceBuilder;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Measures how fast memberships are recorded, compared with a bare statement that writes the same nodes and
 * relationships with all values known in advance. {@code mvn -Pbenchmark test -Dtest=WriteRate
 * -Dbenchmark.rows=1000000}
 */
@GraphTest
class WriteRate {

    private static final LedgerActivity BY = new LedgerActivity("write-rate-run", LedgerActivity.Kind.IMPORT, "Ada");
    private static final int ROWS = Integer.getInteger("benchmark.rows", 100_000);
    private static final int BATCH_SIZE = Integer.getInteger("benchmark.batch", 5_000);
    private static final int ORGANIZATIONS = 20;

    private static final String BARE = """
            UNWIND $rows AS row
            MATCH (member:Entity {id: row.memberId})
            MATCH (organization:Entity {id: row.organizationId})
            MATCH (source:Entity {id: 'write-rate-list'})
            CREATE (membership:Entity:Membership)
            SET membership = row.membership,
                membership.recordedAt = datetime()
            CREATE (claim:Entity:Claim)
            SET claim = row.claim,
                claim.recordedAt = datetime()
            CREATE (membership)-[:MEMBER {origin: 'import'}]->(member)
            CREATE (membership)-[:ORGANIZATION {origin: 'import'}]->(organization)
            CREATE (claim)-[:STATED_IN {origin: 'import'}]->(source)
            CREATE (claim)-[said:SUPPORTS]->(membership)
            SET said = row.said
            CREATE (member)-[link:MEMBER_OF]->(organization)
            SET link = row.link
            """;

    @Autowired
    private GraphWriter writer;

    @Autowired
    private Ledger ledger;

    @BeforeEach
    void addThings() {
        writer.write(transaction -> {
            ledger.addSource(
                    transaction,
                    BY,
                    NewSourceBuilder.builder()
                            .id("write-rate-list")
                            .title("A list")
                            .licence("none")
                            .statedAt(PartialDate.parse("2024"))
                            .build());
            ledger.addOrganizations(
                    transaction,
                    BY,
                    IntStream.range(0, ORGANIZATIONS)
                            .mapToObj(number -> new NewOrganization(
                                    organization(number),
                                    "Network " + number,
                                    OrganizationKind.NETWORK,
                                    null,
                                    null,
                                    null))
                            .toList());
            return null;
        });
        inBatches(
                "cities",
                ROWS / ORGANIZATIONS,
                numbers -> writer.write(transaction -> {
                    ledger.addAgents(
                            transaction,
                            BY,
                            numbers.stream()
                                    .map(number -> NewAgentBuilder.builder()
                                            .id(city(number))
                                            .label("City")
                                            .kind("CITY")
                                            .name("City " + number)
                                            .identifiers(Map.of())
                                            .countryId("IT")
                                            .build())
                                    .toList());
                    return null;
                }));
    }

    @AfterEach
    void deleteWhatWasWritten() {
        while (writer.write(transaction ->
                        transaction.run("""
                                MATCH (node:Entity) WHERE node.id STARTS WITH 'write-rate'
                                WITH node LIMIT 20000
                                DETACH DELETE node
                                RETURN count(*) AS deleted
                                """).single().get("deleted").asInt())
                > 0) {}
    }

    @Test
    void isAtLeastHalfThatOfTheBareStatement() {
        // warm up the compilers: run both once before measuring
        var warm = Math.min(ROWS / 4, 20_000);
        inBatches("ledger, warm-up", warm, this::record);
        inBatches("bare, warm-up", warm, numbers -> bare(numbers, "warm"));
        var rest = IntStream.range(warm, ROWS).boxed().toList();
        var recorded = inBatches("ledger", rest, this::record);
        var bare = inBatches("bare", rest, numbers -> bare(numbers, "bare"));
        var again = inBatches("ledger, repeated", rest, this::record);
        System.out.printf(
                "%,d rows in batches of %,d: ledger %,.0f rows/s, bare %,.0f rows/s, ratio %.2f; repeated %,.0f rows/s%n",
                rest.size(), BATCH_SIZE, recorded, bare, recorded / bare, again);
        assertThat(recorded / bare).isGreaterThanOrEqualTo(0.5);
    }

    private void record(List<Integer> numbers) {
        writer.write(transaction -> ledger.record(
                transaction, BY, numbers.stream().map(WriteRate::claim).toList()));
    }

    private void bare(List<Integer> numbers, String kind) {
        var rows = numbers.stream().map(number -> bareRow(number, kind)).toList();
        writer.write(transaction -> transaction.run(BARE, Map.of("rows", rows)).consume());
    }

    private static double inBatches(String what, int count, Consumer<List<Integer>> write) {
        return inBatches(what, IntStream.range(0, count).boxed().toList(), write);
    }

    /** Returns rows per second. */
    private static double inBatches(String what, List<Integer> numbers, Consumer<List<Integer>> write) {
        var begin = System.nanoTime();
        for (var from = 0; from < numbers.size(); from += BATCH_SIZE) {
            write.accept(numbers.subList(from, Math.min(numbers.size(), from + BATCH_SIZE)));
        }
        var rate = numbers.size() / ((System.nanoTime() - begin) / 1e9);
        System.out.printf("%s: %,d rows, %,.0f rows/s%n", what, numbers.size(), rate);
        return rate;
    }

    private static String city(int number) {
        return "write-rate-city-" + number % (ROWS / ORGANIZATIONS);
    }

    private static String organization(int number) {
        return "write-rate-network-" + number % ORGANIZATIONS;
    }

    private static int organizationOf(int number) {
        return number / (ROWS / ORGANIZATIONS);
    }

    private static MembershipClaim claim(int number) {
        return MembershipClaim.of(
                city(number),
                MembershipStatementBuilder.builder()
                        .role(MembershipRole.MEMBER)
                        .organizationId(organization(organizationOf(number)))
                        .viaIds(List.of())
                        .directness(Directness.DIRECT)
                        .validFrom(PartialDate.parse("2020"))
                        .status(Status.IN_FORCE)
                        .build(),
                new ClaimEvidence(
                        "write-rate-list",
                        "line " + number,
                        "City " + number,
                        null,
                        Strength.STATED,
                        Rank.NORMAL,
                        false,
                        null));
    }

    /** What the ledger writes, with all values known in advance. */
    private static Map<String, Object> bareRow(int number, String kind) {
        var memberId = city(number);
        var organizationId = organization(organizationOf(number));
        var id = "write-rate-" + kind + "-" + memberId + ".member." + organizationId;
        var by = Map.<String, Object>of("activityId", BY.id(), "recordedBy", BY.person(), "origin", "import");
        var said = new HashMap<String, Object>(Map.of(
                "directness", "DIRECT",
                "status", "IN_FORCE",
                "validFrom", "2020",
                "validFromEarliest", LocalDate.of(2020, 1, 1),
                "validFromLatest", LocalDate.of(2020, 12, 31)));
        var values = new HashMap<>(said);
        values.put("role", "MEMBER");
        values.put("memberId", memberId);
        values.put("organizationId", organizationId);
        values.put("sortName", "city " + number);
        values.put("organizationSortName", "network");
        values.put("strength", "STATED");
        values.put("sourceCount", 1L);
        values.put("notBefore", LocalDate.of(2020, 1, 1));
        values.put("surelyFrom", LocalDate.of(2020, 12, 31));
        values.put("surelyUntil", LocalDate.of(2024, 1, 2));
        var link = new HashMap<>(values);
        link.put("membershipId", id);
        var membership = new HashMap<>(values);
        membership.putAll(by);
        membership.put("id", id);
        membership.put("revision", 1L);
        said.put("origin", "import");
        var claim = new HashMap<String, Object>(by);
        claim.put("id", "write-rate-list." + id);
        claim.put("sourceId", "write-rate-list");
        claim.put("locator", "line " + number);
        claim.put("printed", "City " + number);
        claim.put("strength", "STATED");
        claim.put("rank", "NORMAL");
        claim.put("subjectId", memberId);
        claim.put("property", "MEMBER");
        claim.put("value", organizationId);
        return Map.of(
                "memberId", memberId,
                "organizationId", organizationId,
                "membership", membership,
                "claim", claim,
                "said", said,
                "link", link);
    }
}
