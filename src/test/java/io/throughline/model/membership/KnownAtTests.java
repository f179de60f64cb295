package io.throughline.model.membership;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.GraphTest;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Memberships as recorded at a moment; {@link TimeTests} covers when they held. */
@Tag("full") // statements for earlier moments take seconds to plan
@GraphTest
class KnownAtTests extends Counting {

    /** Otherwise some moments of a load would have half of it. */
    @Test
    void aDatasetIsRecordedAtOneMoment() {
        var moments = driver.executableQuery("""
                        MATCH (claim:Claim {origin: 'built-in'})
                        RETURN count(DISTINCT claim.recordedAt) AS moments""")
                .execute()
                .records()
                .get(0)
                .get("moments")
                .asInt();
        assertThat(moments).isEqualTo(1);
    }

    /** It states them by deprecated claims only. */
    @Test
    void aMembershipThatALoadWithdrawsIsNotKnownBetween() {
        var row = driver.executableQuery("""
                        MATCH (membership:Withdrawn {origin: 'built-in'})<-[:SUPPORTS]-(claim:Claim {origin: 'built-in'})
                        WHERE membership.memberId IN ['lagos-pt', 'madrid-co']
                        RETURN count(membership) AS memberships,
                               sum(CASE WHEN membership.withdrawnAt = claim.recordedAt THEN 0 ELSE 1 END) AS later""").execute().records().get(0);
        assertThat(row.get("memberships").asInt()).isGreaterThan(1);
        assertThat(row.get("later").asInt()).isZero();
    }

    @Test
    void returnsWhatHadBeenRecordedByAGivenTime() {
        var recorded = driver.executableQuery("MATCH (claim:Claim) RETURN min(claim.recordedAt) AS first")
                .execute()
                .records()
                .get(0)
                .get("first")
                .asOffsetDateTime();
        assertThat(knownAt(recorded.minusNanos(1_000_000))).isZero();
        assertThat(knownAt(OffsetDateTime.now(ZoneOffset.UTC)))
                .isEqualTo(count("{ at: memberships { at: totalCount } }", "at.at"));
    }

    @Test
    void givesTodaysMembershipsForTodaysClaims() {
        var fields = """
                id role validFrom validTo status strength sourceCount directness viaStatus position
                holdsAt(date: "2021-10-15") member { id } organization { id } via { id } post { id } area { id } startedAfter { id }
                """;
        var after = "";
        var seen = 0;
        while (after != null) {
            var document = "{ page: memberships(first: 500, orderBy: {by: VALID_FROM} %s %s) { nodes { " + fields
                    + "} pageInfo { endCursor hasNextPage } } }";
            var today = graphQl.document(document.formatted(after, "")).execute();
            var nodes = today.path("page.nodes").entityList(MAP).get();
            graphQl.document(document.formatted(after, "knownAt: \"2100-01-01T00:00:00Z\""))
                    .execute()
                    .path("page.nodes")
                    .entityList(MAP)
                    .isEqualTo(nodes);
            seen += nodes.size();
            after = today.path("page.pageInfo.hasNextPage")
                            .entity(Boolean.class)
                            .get()
                    ? "after: \"%s\""
                            .formatted(today.path("page.pageInfo.endCursor")
                                    .entity(String.class)
                                    .get())
                    : null;
        }
        assertThat(seen).isGreaterThan(800);
    }

    @Test
    void givesTodaysChannelsForTodaysClaims() {
        var channels =
                "{ of: organization(id: \"regionsadapt\") { channels%s { totalCount memberCount nodes { id validFrom viaStatus } facets(by: COUNTRY) { buckets { value count } } } } }";
        var today = graphQl.document(channels.formatted(""))
                .execute()
                .path("of")
                .entity(MAP)
                .get();
        graphQl.document(channels.formatted("(knownAt: \"2100-01-01T00:00:00Z\")"))
                .execute()
                .path("of")
                .entity(MAP)
                .isEqualTo(today);
        assertThat(today.toString()).contains("totalCount=55");
    }

    @Test
    void showsWhatHasBeenWithdrawnSince() {
        driver.executableQuery("""
                        MATCH (boston:Entity {id: 'boston'}), (c40:Entity {id: 'c40'})
                        CREATE (boston)<-[:MEMBER]-(membership:Entity:Withdrawn {
                          id: 'time-tests', memberId: 'boston', organizationId: 'c40', role: 'SUPPORTER', strength: 'STATED',
                          sourceCount: 1, sortName: 'boston', organizationSortName: 'c40 cities',
                          recordedAt: datetime('2001-01-01'), withdrawnAt: datetime('2003-01-01')
                        })-[:ORGANIZATION]->(c40)
                        CREATE (membership)<-[:SUPPORTS]-(claim:Entity:Withdrawn {
                          id: 'time-tests-claim', recordedAt: datetime('2001-01-01'), withdrawnAt: datetime('2003-01-01'),
                          rank: 'NORMAL', strength: 'STATED'
                        })
                        CREATE (claim)-[:STATED_IN]->(:Entity:Source {id: 'time-tests-source'})
                        """).execute();
        try {
            for (var list :
                    List.of("city(id: \"boston\") { list: memberships", "organization(id: \"c40\") { list: members")) {
                var document =
                        "{ of: %s(knownAt: \"%s\") { nodes { id } facets(by: ROLE) { buckets { value count } } } } }";
                var then = graphQl.document(document.formatted(list, "2002-01-01T00:00:00Z"))
                        .execute();
                then.path("of.list.nodes[*].id").entityList(String.class).containsExactly("time-tests");
                then.path("of.list.facets[0].buckets[*].value")
                        .entityList(String.class)
                        .containsExactly("SUPPORTER");
                graphQl.document(document.formatted(list, "2004-01-01T00:00:00Z"))
                        .execute()
                        .path("of.list.nodes")
                        .entityList(Object.class)
                        .hasSize(0);
            }
            var partners =
                    "{ of: organization(id: \"c40\") { list: partners(knownAt: \"%s\") { nodes { partner { id } senses memberships { id role } } } } }";
            graphQl.document(partners.formatted("2002-01-01T00:00:00Z"))
                    .execute()
                    .path("of.list.nodes")
                    .entityList(MAP)
                    .isEqualTo(List.of(Map.of(
                            "partner",
                            Map.of("id", "boston"),
                            "senses",
                            List.of("NAMED"),
                            "memberships",
                            List.of(Map.of("id", "time-tests", "role", "SUPPORTER")))));
            graphQl.document(partners.formatted("2004-01-01T00:00:00Z"))
                    .execute()
                    .path("of.list.nodes")
                    .entityList(MAP)
                    .hasSize(0);
            assertThat(knownAt(OffsetDateTime.parse("2002-01-01T00:00:00Z"))).isEqualTo(1);
        } finally {
            driver.executableQuery("MATCH (made:Entity) WHERE made.id STARTS WITH 'time-tests' DETACH DELETE made")
                    .execute();
        }
    }

    private int knownAt(OffsetDateTime moment) {
        return count("{ at: memberships(knownAt: \"%s\") { at: totalCount } }".formatted(moment), "at.at");
    }
}
