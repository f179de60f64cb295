package io.throughline.model.membership;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.GraphTest;
import io.throughline.infra.cypher.GraphWriter;
import io.throughline.writing.ledger.MembershipResolution;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.neo4j.driver.Driver;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;

/**
 * Members of a made network that has a list of all its members on 1 June 2024. What a list does not have did not hold on its
 * day.
 */
@GraphTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CompleteListTests {

    private static final String LIST_DAY = "2024-06-01";

    private record Stated(String source, @Nullable String day, String status) {}

    /** By member: what sources state about it, each with its day and status. */
    private static final Map<String, List<Stated>> STATEMENTS = Map.of(
            "listed", List.of(new Stated("list", LIST_DAY, "IN_FORCE")),
            "gone", List.of(new Stated("other", "2022-01-01", "IN_FORCE")),
            "back",
                    List.of(
                            new Stated("other", "2022-01-01", "IN_FORCE"),
                            new Stated("third", "2025-01-01", "IN_FORCE")),
            "contradicting", List.of(new Stated("other", LIST_DAY, "IN_FORCE")),
            "undated", List.of(new Stated("other", null, "IN_FORCE")),
            "new", List.of(new Stated("third", "2025-01-01", "IN_FORCE")),
            "denied",
                    List.of(new Stated("other", "2022-01-01", "IN_FORCE"), new Stated("third", "2022", "NOT_MEMBER")));

    private final GraphWriter writer;
    private final MembershipResolution memberships;
    private final Driver driver;
    private final GraphQlTester graphQl;

    CompleteListTests(
            @Autowired GraphWriter writer,
            @Autowired MembershipResolution memberships,
            @Autowired Driver driver,
            @Autowired GraphQlTester graphQl) {
        this.writer = writer;
        this.memberships = memberships;
        this.driver = driver;
        this.graphQl = graphQl;
    }

    @BeforeAll
    void makeANetwork() {
        var rows = new ArrayList<Map<String, Object>>();
        STATEMENTS.forEach((member, statements) -> {
            for (var statement : statements) {
                rows.add(Map.of(
                        "member",
                        member,
                        "source",
                        statement.source(),
                        "asOf",
                        String.valueOf(statement.day()),
                        "status",
                        statement.status()));
            }
        });
        driver.executableQuery("""
                        CREATE (network:Entity:Agent:Organization:Network {
                          id: 'closing', name: 'Closing', sortName: 'closing', kind: 'NETWORK', knownMembers: 0, made: 'closing'
                        })
                        CREATE (list:Entity:MemberList {
                          id: 'closing-list', sourceId: 'closing-source-list', complete: 'YES', asOf: $day,
                          asOfEarliest: date($day), asOfLatest: date($day), made: 'closing'
                        })-[:LIST_OF]->(network)
                        FOREACH (name IN ['list', 'other', 'third'] |
                          CREATE (:Entity:Source {
                            id: 'closing-source-' + name, title: 'Source ' + name, licence: 'none', made: 'closing'
                          })
                        )
                        WITH network, list
                        MATCH (source:Entity {id: 'closing-source-list'})
                        CREATE (list)-[:STATED_IN]->(source)
                        WITH network
                        UNWIND $rows AS row
                        MATCH (source:Entity {id: 'closing-source-' + row.source})
                        MERGE (member:Entity {id: 'closing-' + row.member})
                          ON CREATE SET member += {
                            name: row.member, sortName: row.member, kind: 'CITY', resolution: 'RESOLVED', made: 'closing'
                          }, member:Agent:LocalGovernment:City
                        MERGE (membership:Entity {id: 'closing-' + row.member + '.member.closing'})
                          ON CREATE SET membership += {
                            memberId: member.id, organizationId: 'closing', role: 'MEMBER', made: 'closing'
                          }, membership:Membership
                        MERGE (member)<-[:MEMBER]-(membership)
                        MERGE (membership)-[:ORGANIZATION]->(network)
                        CREATE (claim:Entity:Claim {
                          id: membership.id + '.' + row.source, sourceId: source.id, subjectId: 'closing', property: 'MEMBER',
                          rank: 'NORMAL', strength: 'STATED', made: 'closing'
                        })-[:STATED_IN]->(source)
                        CREATE (claim)-[:SUPPORTS {status: row.status}]->(membership)
                        FOREACH (day IN CASE WHEN row.asOf = 'null' THEN [] ELSE [row.asOf] END |
                          SET claim.asOf = day,
                              claim.asOfEarliest = date(left(day + '-01-01', 10)),
                              claim.asOfLatest = date(left(day + '-12-31', 10))
                        )
                        """)
                .withParameters(Map.of("rows", rows, "day", LIST_DAY))
                .execute();
        resolve(STATEMENTS.keySet().stream().map(member -> member + ".member.closing"));
    }

    private void resolve(Stream<String> ids) {
        writer.write(transaction -> {
            memberships.resolve(transaction, ids.map("closing-"::concat).toList());
            return null;
        });
    }

    @AfterAll
    void removeIt() {
        driver.executableQuery("MATCH (made:Entity {made: 'closing'}) DETACH DELETE made")
                .execute();
    }

    @ParameterizedTest
    @CsvSource({
        "listed, 2024-06-01, HOLDS",
        "listed, 2024-06-02, UNKNOWN",
        "gone, 2022-01-01, HOLDS",
        "gone, 2023-01-01, UNKNOWN",
        "gone, 2024-06-01, DOES_NOT_HOLD",
        "gone, 2025-01-01, UNKNOWN",
        "back, 2022-01-01, UNKNOWN",
        "back, 2024-05-01, UNKNOWN",
        "back, 2024-06-01, DOES_NOT_HOLD",
        "back, 2024-07-01, UNKNOWN",
        "back, 2025-01-01, HOLDS",
        "contradicting, 2024-06-01, DOES_NOT_HOLD",
        "undated, 2024-05-31, UNKNOWN",
        "undated, 2024-06-01, DOES_NOT_HOLD",
        "new, 2024-06-01, DOES_NOT_HOLD",
        "new, 2020-01-01, UNKNOWN",
        "new, 2025-01-01, HOLDS"
    })
    void whoIsNotOnTheListIsNoMemberOnItsDay(String member, String day, String holds) {
        graphQl.document("""
                        query($id: ID!, $day: Date!) {
                          city(id: $id) { memberships { nodes { holdsAt(date: $day) } } }
                        }""")
                .variable("id", "closing-" + member)
                .variable("day", day)
                .execute()
                .path("city.memberships.nodes[0].holdsAt")
                .entity(String.class)
                .isEqualTo(holds);
    }

    @Test
    void onTheDayOfTheListItsMembersAreAll() {
        var organization = graphQl.document("""
                        {
                          organization(id: "closing") {
                            members(asOf: "2024-06-01") { nodes { member { id } } }
                            coverage(asOf: "2024-06-01") { known complete }
                            later: coverage(asOf: "2024-06-02") { complete }
                          }
                        }""").execute();
        organization
                .path("organization.members.nodes[*].member.id")
                .entityList(String.class)
                .containsExactly("closing-listed");
        organization.path("organization.coverage.known").entity(Integer.class).isEqualTo(1);
        organization.path("organization.coverage.complete").entity(String.class).isEqualTo("YES");
        organization.path("organization.later.complete").entity(String.class).isEqualTo("UNKNOWN");
    }

    /** Today's members are all without the one last seen before the list; so they are more than the list. */
    @Test
    void aListIsNotCompleteForMoreMembersThanItHas() {
        var organization = graphQl.document("""
                        { organization(id: "closing") { coverage { known complete } } }""").execute();
        organization.path("organization.coverage.known").entity(Integer.class).isEqualTo(5);
        organization.path("organization.coverage.complete").entity(String.class).isEqualTo("UNKNOWN");
        graphQl.document("""
                        {
                          cities(where: {memberOf: {allOf: ["closing"]}}) { nodes { id } }
                        }""")
                .execute()
                .path("cities.nodes[*].id")
                .entityList(String.class)
                .containsExactly(
                        "closing-back", "closing-contradicting", "closing-listed", "closing-new", "closing-undated");
    }

    @Test
    void saysWhichListDoesNotHaveIt() {
        for (var member : List.of("listed", "gone")) {
            var lists = graphQl.document("""
                            query($id: ID!) { city(id: $id) { memberships { nodes { lapsed absentFrom { id } } } } }""")
                    .variable("id", "closing-" + member)
                    .execute()
                    .path("city.memberships.nodes[0].lapsed")
                    .entity(Boolean.class)
                    .isEqualTo(member.equals("gone"))
                    .path("city.memberships.nodes[0].absentFrom[*].id")
                    .entityList(String.class)
                    .get();
            assertThat(lists).isEqualTo(member.equals("gone") ? List.of("closing-list") : List.of());
        }
    }

    @Test
    void showsWhatContradictsTheListOrAnotherSource() {
        var found = graphQl.document("""
                        {
                          disagreements(about: ["closing"]) { property about { id } claims { id } lists { id } note }
                          ofCity: disagreements(about: ["closing-denied"]) { claims { id } }
                          agreed: disagreements(about: ["closing-gone"]) { note }
                        }""").execute();
        found.path("disagreements[*].note")
                .entityList(String.class)
                .containsExactly(
                        "contradicting: Source other states that it is a member (2024-06-01); the complete list of Source list"
                                + " (2024-06-01) does not have it.",
                        "denied: Source other states that it is a member (2022-01-01); Source third states that it is not a member"
                                + " (2022).",
                        "undated: Source other states that it is a member (undated); the complete list of Source list (2024-06-01)"
                                + " does not have it.");
        found.path("disagreements[0].lists[*].id").entityList(String.class).containsExactly("closing-list");
        found.path("ofCity[0].claims[*].id")
                .entityList(String.class)
                .containsExactly("closing-denied.member.closing.other", "closing-denied.member.closing.third");
        found.path("agreed").entityList(Object.class).hasSize(0);
    }

    /** Whether a member is on the list depends on the claims about all its memberships in the organization. */
    @Test
    void aMemberThatIsListedThroughAPartnerIsListed() {
        driver.executableQuery("""
                        MATCH (member:Entity {id: 'closing-gone'}), (network:Entity {id: 'closing'})
                        MATCH (source:Entity {id: 'closing-source-list'})
                        CREATE (member)<-[:MEMBER]-(membership:Entity:Membership {
                          id: 'closing-gone.member.closing.via', memberId: 'closing-gone', organizationId: 'closing', role: 'MEMBER',
                          viaIds: ['c40'], made: 'closing'
                        })-[:ORGANIZATION]->(network)
                        CREATE (source)<-[:STATED_IN]-(:Entity:Claim {
                          id: 'closing-via', sourceId: source.id, subjectId: 'closing', property: 'MEMBER', rank: 'NORMAL',
                          strength: 'STATED', asOf: $day, asOfEarliest: date($day), asOfLatest: date($day), made: 'closing'
                        })-[:SUPPORTS {status: 'IN_FORCE'}]->(membership)
                        """).withParameters(Map.of("day", LIST_DAY)).execute();
        try {
            resolve(Stream.of("gone.member.closing"));
            assertThat(absences()).isZero();
        } finally {
            driver.executableQuery("MATCH (claim:Entity {id: 'closing-via'}) DETACH DELETE claim")
                    .execute();
            resolve(Stream.of("gone.member.closing.via"));
            driver.executableQuery("MATCH (via:Entity {id: 'closing-gone.member.closing.via'}) DETACH DELETE via")
                    .execute();
            resolve(Stream.of("gone.member.closing"));
        }
        assertThat(absences()).isEqualTo(1);
    }

    private int absences() {
        return graphQl.document("""
                        { city(id: "closing-gone") { memberships { nodes { absentFrom { id } } } } }""")
                .execute()
                .path("city.memberships.nodes[*].absentFrom[*]")
                .entityList(Object.class)
                .get()
                .size();
    }
}
