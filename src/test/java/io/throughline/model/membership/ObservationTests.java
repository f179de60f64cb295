package io.throughline.model.membership;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.GraphTest;
import io.throughline.infra.cypher.GraphWriter;
import io.throughline.reference.date.PartialDate;
import io.throughline.writing.ledger.MembershipResolution;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
 * Members of a made network, each seen by several sources: what sightings prove, and how old the newest evidence is.
 */
@GraphTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ObservationTests {

    /** Sources by their end, with the date of publication; all were read on 29 November 2026. */
    private static final Map<String, String> SOURCES =
            Map.of("undated", "", "search", "2018-03-01/..", "paper", "2015-06-30", "list", "2024-11");

    /** What a source states about a member: member, source, as of, since when, status. */
    private static final List<List<String>> STATEMENTS = List.of(
            List.of("since", "undated", "", "1992-01-17", "IN_FORCE"),
            List.of("since", "list", "2024-11-06", "", "IN_FORCE"),
            List.of("only", "undated", "", "1992-01-17", "IN_FORCE"),
            List.of("open", "search", "", "1992-01-17", "IN_FORCE"),
            List.of("seen", "list", "", "", "IN_FORCE"),
            List.of("seen", "paper", "", "", "IN_FORCE"),
            List.of("seen", "undated", "", "", "IN_FORCE"),
            List.of("left", "paper", "", "", "IN_FORCE"),
            List.of("left", "list", "", "", "ENDED"));

    private final GraphWriter writer;
    private final MembershipResolution memberships;
    private final Driver driver;
    private final GraphQlTester graphQl;

    ObservationTests(
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
        var sources = new ArrayList<Map<String, Object>>();
        SOURCES.forEach((source, date) -> sources.add(Map.of("id", "seen-" + source, "statedAt", span(date))));
        var rows = STATEMENTS.stream()
                .map(row -> Map.of(
                        "member", row.get(0),
                        "source", "seen-" + row.get(1),
                        "asOf", span(row.get(2)),
                        "from", span(row.get(3)),
                        "status", row.get(4)))
                .toList();
        driver.executableQuery("""
                        CREATE (network:Entity:Agent:Organization:Network {
                          id: 'seen', name: 'Seen', sortName: 'seen', kind: 'NETWORK', knownMembers: 0, made: 'seen'
                        })
                        WITH network
                        UNWIND $sources AS source
                        CREATE (:Entity:Source {
                          id: source.id, title: source.id, licence: 'none', made: 'seen', retrievedAt: '2026-11-29',
                          retrievedAtEarliest: date('2026-11-29'), retrievedAtLatest: date('2026-11-29'),
                          statedAt: source.statedAt[0], statedAtEarliest: date(source.statedAt[1]), statedAtLatest: date(source.statedAt[2])
                        })
                        WITH DISTINCT network
                        UNWIND $rows AS row
                        MATCH (source:Entity {id: row.source})
                        MERGE (member:Entity {id: 'seen-' + row.member})
                          ON CREATE SET member += {
                            name: row.member, sortName: row.member, kind: 'CITY', resolution: 'RESOLVED', made: 'seen'
                          }, member:Agent:LocalGovernment:City
                        MERGE (membership:Entity {id: 'seen-' + row.member + '.member.seen'})
                          ON CREATE SET membership += {
                            memberId: member.id, organizationId: 'seen', role: 'MEMBER', made: 'seen'
                          }, membership:Membership
                        MERGE (member)<-[:MEMBER]-(membership)
                        MERGE (membership)-[:ORGANIZATION]->(network)
                        CREATE (claim:Entity:Claim {
                          id: membership.id + '.' + row.source, sourceId: source.id, subjectId: 'seen', property: 'MEMBER',
                          rank: 'NORMAL', strength: 'STATED', made: 'seen',
                          asOf: row.asOf[0], asOfEarliest: date(row.asOf[1]), asOfLatest: date(row.asOf[2])
                        })-[:STATED_IN]->(source)
                        CREATE (claim)-[:SUPPORTS {
                          status: row.status, validFrom: row.from[0],
                          validFromEarliest: date(row.from[1]), validFromLatest: date(row.from[2])
                        }]->(membership)
                        """)
                .withParameters(Map.of("sources", sources, "rows", rows))
                .execute();
        writer.write(transaction -> {
            memberships.resolve(
                    transaction,
                    STATEMENTS.stream()
                            .map(row -> "seen-" + row.get(0) + ".member.seen")
                            .distinct()
                            .toList());
            return null;
        });
    }

    /** A date with its first and last day, as a loader stores it; nulls for an empty text. */
    private static List<Object> span(String text) {
        if (text.isEmpty()) {
            return Arrays.asList(null, null, null);
        }
        var date = PartialDate.parse(text);
        return Arrays.asList(
                text,
                date.earliest() == null ? null : date.earliest().toString(),
                date.latest() == null ? null : date.latest().toString());
    }

    @AfterAll
    void removeIt() {
        driver.executableQuery("MATCH (made:Entity {made: 'seen'}) DETACH DELETE made")
                .execute();
    }

    @ParameterizedTest
    @CsvSource({
        // one source states the start, another saw it in force later
        "since, 1992-01-16, DOES_NOT_HOLD",
        "since, 1992-01-17, HOLDS",
        "since, 2010-01-01, HOLDS",
        "since, 2024-11-06, HOLDS",
        "since, 2024-11-07, UNKNOWN",
        // an undated page proves the start only, although it was read in 2026
        "only, 1992-01-17, HOLDS",
        "only, 2010-01-01, UNKNOWN",
        "only, 2026-11-29, UNKNOWN",
        // a page that is at least not older than 1 March 2018
        "open, 2010-01-01, HOLDS",
        "open, 2018-03-01, HOLDS",
        "open, 2018-03-02, UNKNOWN",
        "seen, 2015-06-29, UNKNOWN",
        "seen, 2015-06-30, HOLDS",
        "seen, 2024-11-01, HOLDS",
        "seen, 2024-11-02, UNKNOWN",
        "left, 2015-06-30, HOLDS",
        "left, 2016-01-01, UNKNOWN",
        "left, 2024-11-30, DOES_NOT_HOLD"
    })
    void holdsFromItsStartToTheLastSighting(String member, String day, String holds) {
        graphQl.document("""
                        query($id: ID!, $day: Date!) {
                          city(id: $id) { memberships { nodes { holdsAt(date: $day) } } }
                        }""")
                .variable("id", "seen-" + member)
                .variable("day", day)
                .execute()
                .path("city.memberships.nodes[0].holdsAt")
                .entity(String.class)
                .isEqualTo(holds);
    }

    @Test
    void everyViewOfTimeAgrees() {
        var found = graphQl.document("""
                        {
                          organization(id: "seen") {
                            members(asOf: "2010-01-01", undated: EXCLUDE) { nodes { member { id } } }
                            coverage(asOf: "2010-01-01", undated: EXCLUDE) { known }
                          }
                          panel(organizations: ["seen"], fromYear: 1991, toYear: 2025) { rows { memberId values } }
                          changes(organization: "seen", from: "1991-01-01", to: "2010-01-01") { added { nodes { member { id } } } }
                          incidence(organizations: ["seen"], asOf: "2010-01-01") { rows { id values } }
                          timeline(about: ["seen"]) { nodes { when { text } } }
                        }""").execute();
        found.path("organization.members.nodes[*].member.id")
                .entityList(String.class)
                .containsExactly("seen-open", "seen-since");
        found.path("organization.coverage.known").entity(Integer.class).isEqualTo(2);
        found.path("changes.added.nodes[*].member.id")
                .entityList(String.class)
                .containsExactly("seen-open", "seen-since");
        for (var row : found.path("panel.rows").entityList(Counting.MAP).get()) {
            if ("seen-since".equals(row.get("memberId"))) {
                // a member from 1992 to 2024, and nobody knows about 2025
                var expected = new ArrayList<Object>(Collections.nCopies(35, 1));
                expected.set(0, 0);
                expected.set(34, null);
                assertThat(row.get("values")).isEqualTo(expected);
            }
        }
        found.path("timeline.nodes[*].when.text")
                .entityList(String.class)
                .satisfies(dates -> assertThat(dates).contains("1992-01-17"));
    }

    @ParameterizedTest
    @CsvSource({
        "since, 2024-11-06, 2024-11-06, 2024-11-06, seen-list",
        "only, , , , ",
        "open, 2018-03-01/.., 2018-03-01/.., 2018-03-01/.., seen-search",
        "seen, 2015-06-30, 2024-11, 2024-11, seen-list",
        "left, 2015-06-30, 2015-06-30, 2024-11, seen-list"
    })
    void saysWhenItWasSeenAndByWhomLast(
            String member,
            @Nullable String first,
            @Nullable String last,
            @Nullable String newest,
            @Nullable String source) {
        var found = graphQl.document("""
                        query($id: ID!) {
                          city(id: $id) {
                            memberships {
                              nodes { firstSeen lastSeen newestEvidence { date source { id retrievedAt } } }
                              newestEvidence { date }
                            }
                          }
                        }""")
                .variable("id", "seen-" + member)
                .execute()
                .path("city.memberships")
                .entity(Counting.MAP)
                .get();
        var node =
                (Map<?, ?>) Objects.requireNonNull((List<?>) found.get("nodes")).get(0);
        assertThat(node.get("firstSeen")).isEqualTo(first);
        assertThat(node.get("lastSeen")).isEqualTo(last);
        if (newest == null) {
            assertThat(node.get("newestEvidence")).isNull();
            assertThat(found.get("newestEvidence")).isNull();
        } else {
            assertThat(node.get("newestEvidence"))
                    .isEqualTo(Map.of(
                            "date",
                            newest,
                            "source",
                            Map.of("id", Objects.requireNonNull(source), "retrievedAt", "2026-11-29")));
            assertThat(found.get("newestEvidence")).isEqualTo(Map.of("date", newest));
        }
    }

    @Test
    void listsHaveTheNewestEvidenceOfAllPages() {
        var found = graphQl.document("""
                        {
                          organization(id: "seen") {
                            members(first: 1, orderBy: [{by: NEWEST_EVIDENCE}]) {
                              nodes { member { id } }
                              newestEvidence { date ageInDays(on: "2024-11-30") dateSpan { latest } source { id } }
                            }
                            old: members(where: {newestEvidence: {lt: "2020"}}) { totalCount newestEvidence { date } }
                            undated: members(where: {newestEvidence: null}) { nodes { member { id } } }
                            coverage { newestEvidence { date ageInDays(on: "2024-11-30") } }
                            before: coverage(asOf: "2010-01-01", undated: EXCLUDE) { newestEvidence { date } }
                            none: coverage(asOf: "1980-01-01", undated: EXCLUDE) { newestEvidence { date } }
                          }
                          memberships(first: 0, where: {organization: {id: {eq: "seen"}}}) { newestEvidence { date } }
                        }""").execute();
        found.path("organization.members.nodes[*].member.id")
                .entityList(String.class)
                .containsExactly("seen-open");
        found.path("organization.members.newestEvidence")
                .entity(Counting.MAP)
                .isEqualTo(Map.of(
                        "date",
                        "2024-11-06",
                        "ageInDays",
                        24,
                        "dateSpan",
                        Map.of("latest", "2024-11-06"),
                        "source",
                        Map.of("id", "seen-list")));
        // what may be newer is not certainly before 2020
        found.path("organization.old.totalCount").entity(Integer.class).isEqualTo(0);
        found.path("organization.old.newestEvidence").valueIsNull();
        found.path("organization.undated.nodes[*].member.id")
                .entityList(String.class)
                .containsExactly("seen-only");
        found.path("organization.coverage.newestEvidence")
                .entity(Counting.MAP)
                .isEqualTo(Map.of("date", "2024-11-06", "ageInDays", 24));
        found.path("organization.before.newestEvidence.date")
                .entity(String.class)
                .isEqualTo("2024-11-06");
        found.path("organization.none.newestEvidence").valueIsNull();
        found.path("memberships.newestEvidence.date").entity(String.class).isEqualTo("2024-11-06");
    }

    /** The one the issue began with: members of ICLEI on a page that is not older than 1 March 2018. */
    @Test
    void edmontonWasAMemberIn2010() {
        var found = graphQl.document("""
                        { city(id: "edmonton") { memberships(organization: "iclei") { nodes { at: holdsAt(date: "2010-06-01") } } } }
                        """).execute();
        found.path("city.memberships.nodes[*].at")
                .entityList(String.class)
                .satisfies(truths -> assertThat(truths).contains("HOLDS"));
    }
}
