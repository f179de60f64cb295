package io.throughline.model.facet;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.GraphTest;
import io.throughline.StatementLog;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.neo4j.driver.Driver;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.graphql.test.tester.GraphQlTester;

/** Counting the entries of a list by their values. */
@GraphTest
class FacetsTests {

    private static final ParameterizedTypeReference<Map<String, Object>> MAP = new ParameterizedTypeReference<>() {};

    @Autowired
    private GraphQlTester graphQl;

    @Autowired
    private Driver driver;

    @Tag("full") // plans a statement for each facet
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cities | COUNTRY | MATCH (n:City) OPTIONAL MATCH (n)-[:IN_COUNTRY]->(x) RETURN x.id",
                "cities(where: {country: {id: {eq: \"US\"}}}) | STATE | MATCH (n:City {countryId: 'US'}) OPTIONAL MATCH (n)-[:IN_STATE]->(x) RETURN x.id",
                "cities | WORLD_REGION | MATCH (n:City) OPTIONAL MATCH (n)-[:IN_COUNTRY]->()-[:PART_OF]->(x) RETURN x.id",
                "cities(where: {memberOf: {anyOf: [\"c40\", \"gcom\"]}}) | KIND | MATCH (n:City)-[l:MEMBER_OF]->(o) WHERE o.id IN ['c40', 'gcom'] AND l.role IN ['MEMBER', 'SIGNATORY'] AND l.lapsed IS NULL WITH DISTINCT n RETURN n.kind",
                "regions | KIND | MATCH (n:Region) RETURN n.kind",
                "cities | ORGANIZATION | MATCH (n:City) OPTIONAL MATCH (n)-[l:MEMBER_OF]->(x) WHERE l.role IN ['MEMBER', 'SIGNATORY'] AND l.lapsed IS NULL WITH DISTINCT n, x RETURN x.id",
                "cities | ROLE | MATCH (n:City) OPTIONAL MATCH (n)-[l:MEMBER_OF]->() WITH DISTINCT n, l.role AS x RETURN x",
                "organizations | KIND | MATCH (n:Organization) RETURN n.kind",
                "campaigns | KIND | MATCH (n:Campaign) RETURN n.kind",
                "networks | COUNTRY | MATCH (n:Network) RETURN n.countryId",
                "memberships | ROLE | MATCH (n:Membership) RETURN n.role",
                "memberships | START_YEAR | MATCH (n:Membership) RETURN CASE WHEN n.validFromEarliest.year = n.validFromLatest.year THEN toString(n.validFromEarliest.year) END",
                "cities | START_YEAR | MATCH (n:City) OPTIONAL MATCH (n)-[l:MEMBER_OF]->() WHERE l.role IN ['MEMBER', 'SIGNATORY'] AND l.lapsed IS NULL AND l.validFromEarliest.year = l.validFromLatest.year WITH DISTINCT n, toString(l.validFromEarliest.year) AS x RETURN x",
                "memberships | PARTNER | MATCH (n:Membership) OPTIONAL MATCH (n)-[:VIA]->(x) RETURN x.id",
                "memberships(where: {organization: {id: {eq: \"race-to-zero\"}}}) | SOURCE | MATCH (n:Membership {organizationId: 'race-to-zero'})<-[:SUPPORTS]-(c:Claim)-[:STATED_IN]->(x) WHERE c.rank <> 'DEPRECATED' WITH DISTINCT n, x RETURN x.id",
                "memberships | STRENGTH | MATCH (n:Membership) RETURN n.strength",
                "cities | PARTNER | MATCH (n:City) OPTIONAL MATCH (n)<-[:MEMBER]-(m:Membership WHERE m.role IN ['MEMBER', 'SIGNATORY'])-[:VIA]->(x) WITH DISTINCT n, x RETURN x.id",
                "cities | SOURCE | MATCH (n:City) OPTIONAL MATCH (n)-[l:MEMBER_OF]->() WHERE l.role IN ['MEMBER', 'SIGNATORY'] AND l.lapsed IS NULL OPTIONAL MATCH (:Membership {id: l.membershipId})<-[:SUPPORTS]-(c:Claim WHERE c.rank <> 'DEPRECATED')-[:STATED_IN]->(x) WITH DISTINCT n, x RETURN x.id",
                "memberships | ORGANIZATION | MATCH (n:Membership) RETURN n.organizationId",
                "pledges | TARGET_YEAR | MATCH (n:Pledge) RETURN toString(n.targetYear)",
                "pledges | PLEDGED_UNDER | MATCH (n:Pledge) OPTIONAL MATCH (n)-[:UNDER]->(x) RETURN x.id",
                "pledges | COUNTRY | MATCH (:Pledge)-[:ABOUT]->(n) RETURN n.countryId",
                "cities | TARGET_KIND | MATCH (n:City) OPTIONAL MATCH (n)<-[:ABOUT]-(x:Pledge) WITH DISTINCT n, x.kind AS x RETURN x",
                "memberships | TARGET_YEAR | MATCH (n:Membership)-[:MEMBER]->(m) OPTIONAL MATCH (m)<-[:ABOUT]-(x:Pledge) WHERE x.targetYear IS NOT NULL WITH DISTINCT n, toString(x.targetYear) AS x RETURN x",
                "memberships(where: {via: {id: {eq: \"regionsadapt\"}}}) | COUNTRY | MATCH ({id: 'regionsadapt'})<-[:VIA]-(:Membership)-[:MEMBER]->(n) RETURN n.countryId",
            })
    void aFacetCountsEveryEntryOfTheListOnceForEachOfItsValues(String list, String by, String values) {
        var name = list.replaceAll("\\(.*", "");
        var facet = graphQl.document(
                        "{ %s { facets(by: %s, first: 200) { by buckets { value count } valueCount notRecorded } } }"
                                .formatted(list, by))
                .execute()
                .path(name + ".facets[0]")
                .entity(MAP)
                .get();
        var expected = new HashMap<Object, Integer>();
        driver.executableQuery(values)
                .execute()
                .records()
                .forEach(row -> expected.merge(
                        row.get(0).asObject() == null ? "" : row.get(0).asString(), 1, Integer::sum));
        assertThat(facet.get("notRecorded")).isEqualTo(expected.containsKey("") ? expected.remove("") : 0);
        assertThat(facet.get("valueCount")).isEqualTo(expected.size());
        var counts = new HashMap<Object, Integer>();
        buckets(facet).forEach(bucket -> counts.put(bucket.get("value"), number(bucket, "count")));
        assertThat(expected).containsAllEntriesOf(counts);
        assertThat(counts.values())
                .containsExactlyInAnyOrderElementsOf(expected.values().stream()
                        .sorted(Comparator.reverseOrder())
                        .limit(200)
                        .toList());
        assertThat(buckets(facet))
                .extracting(bucket -> -number(bucket, "count"))
                .isSorted();
    }

    @Test
    void allFacetsOfSeveralListsTakeOneStatement() {
        try (var log = new StatementLog()) {
            graphQl.document("""
                            {
                              organizations(first: 50) {
                                nodes { members { facets(by: [COUNTRY, ROLE, KIND], first: 3) { by buckets { value count memberCount entity { id } } } } }
                              }
                            }
                            """).executeAndVerify();
            assertThat(log.runs()).contains("facet/facets-of-members ×1");
        }
    }

    @Test
    void membersDivideByPartnerSourceAndStrength() {
        var document = """
                {
                  organization(id: "race-to-resilience") {
                    members%s {
                      totalCount
                      facets(by: [PARTNER, SOURCE, STRENGTH], first: 4) {
                        by buckets { value count entity { id ... on Organization { name } ... on Source { title } } } notRecorded
                      }
                    }
                  }
                }
                """;
        var facets = "organization.members.facets";
        var today = graphQl.document(document.formatted("")).execute();
        today.path(facets + "[0].buckets[*].value")
                .entityList(String.class)
                .containsExactly(
                        "usdn-resilience-hubs",
                        "regionsadapt",
                        "cities-race-to-resilience",
                        "extreme-heat-resilience-alliance");
        today.path(facets + "[0].buckets[*].count").entityList(Integer.class).containsExactly(68, 55, 50, 15);
        today.path(facets + "[1].buckets[0].entity.id").entity(String.class).isEqualTo("race-to-resilience-2023-01");
        // as recorded: the claims of that moment count, not today's
        graphQl.document(document.formatted("(knownAt: \"2100-01-01T00:00:00Z\")"))
                .execute()
                .path(facets)
                .entity(Object.class)
                .isEqualTo(today.path(facets).entity(Object.class).get());
    }

    @Test
    void aMemberWithTwoRoutesIsOneMemberWithTwoMemberships() {
        var found = graphQl.document("""
                        {
                          city(id: "new-york-city") {
                            memberships(organization: "race-to-resilience") {
                              totalCount
                              memberCount
                              facets(by: ORGANIZATION) { buckets { value count memberCount } }
                            }
                          }
                        }
                        """).execute();
        found.path("city.memberships.totalCount").entity(Integer.class).isEqualTo(2);
        found.path("city.memberships.memberCount").entity(Integer.class).isEqualTo(1);
        found.path("city.memberships.facets[0].buckets")
                .entityList(MAP)
                .isEqualTo(List.of(Map.of("value", "race-to-resilience", "count", 2, "memberCount", 1)));
    }

    private static Integer number(Map<String, Object> of, String field) {
        return (Integer) Objects.requireNonNull(of.get(field));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> buckets(Map<String, Object> facet) {
        return (List<Map<String, Object>>) Objects.requireNonNull(facet.get("buckets"));
    }
}
