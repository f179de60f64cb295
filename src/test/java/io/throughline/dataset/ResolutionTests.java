package io.throughline.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.GraphTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.neo4j.driver.Driver;
import org.springframework.beans.factory.annotation.Autowired;

/** Which city a printed name means: resolved using the country, or left open with a reason. */
@GraphTest
class ResolutionTests {

    private GraphQueries graph;

    @BeforeEach
    void openGraph(@Autowired Driver driver) {
        graph = new GraphQueries(driver);
    }

    @ParameterizedTest
    @CsvSource({
        "london, London, GB, c40;gcom;race-to-zero",
        "boston, Boston, US, c40;gcom;climate-mayors;cities-race-to-zero;race-to-zero",
        "cambridge-ma, Cambridge, US, cities-race-to-zero",
        "valencia, Valencia, ES, gcom;race-to-zero",
        "guadalajara, Guadalajara, MX, c40"
    })
    void aCityInSeveralListsIsOneNode(String id, String name, String country, String organizations) {
        var city = graph.rows("""
                        MATCH (city:City {id: $id})-[:IN_COUNTRY]->(country:Place)
                        RETURN city.name AS name, country.iso AS country,
                               COLLECT { MATCH (city)-[:MEMBER_OF]->(organization) RETURN DISTINCT organization.id } AS organizations
                        """, Map.of("id", id)).get(0);
        assertThat(city.get("name").asString()).isEqualTo(name);
        assertThat(city.get("country").asString()).isEqualTo(country);
        assertThat(city.get("organizations").asList()).contains((Object[]) organizations.split(";"));
    }

    @ParameterizedTest
    @CsvSource({
        "aceh-id, ID-SM, ID-AC",
        "antwerp-be, BE-VLG, BE-VAN",
        "cork-ie-co, IE-M, IE-CO",
        "bacs-kiskun-hu, HU-BK, HU-BK",
        "abruzzo-it, IT-65, IT-65"
    })
    void aRegionHasItsOwnCodeAlsoInsideAnother(String id, String state, String code) {
        assertThat(graph.rows("""
                        MATCH (region:Region {id: $id})-[:IN_STATE]->(state:Place)
                        RETURN state.id AS state,
                               COLLECT { MATCH (region)-[:HAS_IDENTIFIER]->(identifier) WHERE identifier.scheme = 'iso3166-2'
                                         RETURN identifier.value } AS codes
                        """, Map.of("id", id))).singleElement().satisfies(row -> {
            assertThat(row.get("state").asString()).isEqualTo(state);
            assertThat(row.get("codes").asList()).isEqualTo(List.of(code));
        });
    }

    @Test
    void aNameSharedWithAnotherCountryIsNotMerged() {
        assertThat(graph.column("MATCH (city:LocalGovernment) WHERE city.name = 'London' RETURN city.id"))
                .containsExactlyInAnyOrder("london", "london-ca");
        assertThat(
                        graph.column(
                                "MATCH (city:LocalGovernment) WHERE city.name = 'Cambridge' RETURN city.id + ' ' + city.stateId"))
                .containsExactlyInAnyOrder("cambridge-ma US-MA", "cambridge-gb GB-ENG");
        assertThat(graph.column("""
                        MATCH (city:City {id: 'cambridge-ma'})<-[:MEMBER]-()<-[:SUPPORTS]-(claim:Claim)
                        WHERE claim.printed CONTAINS 'England' OR claim.printed CONTAINS 'UK'
                        RETURN claim.id
                        """)).isEmpty();
    }

    @Test
    void fourWrongRowsAreDeprecatedClaimsWithoutMemberships() {
        var rows = graph.rows("""
                MATCH (claim:Claim {sourceId: 'climactor-2022-12', rank: 'DEPRECATED'})-[:SUPPORTS]->(membership)-[:MEMBER]->(city)
                WHERE membership.organizationId = 'c40'
                RETURN city.id AS city, labels(membership) AS labels, claim.note AS note,
                       EXISTS { (city)-[:MEMBER_OF]->({id: 'c40'}) } AS member
                ORDER BY city
                """, Map.of());
        assertThat(rows)
                .extracting(row -> row.get("city").asString())
                .containsExactly("guadalajara-es", "lagos-bg", "lagos-pt", "madrid-co");
        assertThat(rows).allSatisfy(row -> {
            assertThat(row.get("labels").asList()).contains("Withdrawn").doesNotContain("Membership");
            assertThat(row.get("member").asBoolean()).isFalse();
            assertThat(row.get("note").asString()).startsWith("Wrong");
        });
    }

    @Test
    void anAmbiguousNameIsLeftOpenWithAReason() {
        var unresolved = graph.rows("MATCH (city:LocalGovernment {resolution: 'UNRESOLVED'}) RETURN city", Map.of());
        assertThat(unresolved).hasSizeGreaterThan(10).allSatisfy(row -> {
            var city = row.get("city");
            assertThat(city.get("resolutionNote").asString("")).hasSizeGreaterThan(40);
            assertThat(city.asNode().keys())
                    .doesNotContain("countryId", "stateId", "latitude", "longitude", "position", "population");
        });
        assertThat(unresolved)
                .extracting(row -> row.get("city").get("id").asString())
                .contains("city-of-london-unresolved", "city-of-lagos-unresolved", "city-of-newcastle-unresolved");
    }

    @Test
    void aResolvedCityHasACountry() {
        assertThat(graph.column("""
                        MATCH (city:LocalGovernment {origin: 'built-in'})
                        WHERE city.resolution = 'RESOLVED' AND NOT EXISTS { (city)-[:IN_COUNTRY]->(:Place {kind: 'COUNTRY'}) }
                        RETURN city.id
                        """)).isEmpty();
    }

    @Test
    void aStateIsInItsCountry() {
        assertThat(graph.column("""
                        MATCH (city:LocalGovernment {origin: 'built-in'})-[:IN_STATE]->(state:Place)
                        WHERE NOT state.iso STARTS WITH city.countryId + '-'
                           OR NOT EXISTS { (state)-[:PART_OF*1..3]->(:Place {id: city.countryId}) }
                        RETURN city.id + ' in ' + state.id + ' of ' + coalesce(city.countryId, '?')
                        """)).isEmpty();
    }

    @Test
    void everyPositionIsOnEarthAndAgreesWithItsDegrees() {
        assertThat(graph.column("""
                        MATCH (city:LocalGovernment {origin: 'built-in'})
                        WHERE city.latitude IS NOT NULL OR city.longitude IS NOT NULL OR city.position IS NOT NULL
                        WITH city, coalesce(
                            -56 < city.latitude < 72 AND -180 <= city.longitude <= 180
                            AND NOT (abs(city.latitude) < 1 AND abs(city.longitude) < 1)
                            AND city.position.latitude = city.latitude
                            AND city.position.longitude = city.longitude, false) AS right
                        WHERE NOT right
                        RETURN city.id
                        """)).isEmpty();
    }

    @Test
    void netZeroTrackerAloneHasSeventySevenOfNinetySevenCitiesOfC40() {
        assertThat(graph.one("""
                        MATCH (city:Agent)<-[:MEMBER]-(member:Membership {role: 'MEMBER'})-[:ORGANIZATION]->({id: 'c40'})
                        WHERE member.lapsed IS NULL
                        WITH DISTINCT city
                        RETURN [count(city), count(CASE WHEN EXISTS {
                          MATCH (city)<-[:MEMBER]-(:Membership {organizationId: 'race-to-zero'})<-[:SUPPORTS]-(claim:Claim)
                          WHERE claim.sourceId = 'net-zero-tracker-2022-12-20'
                            AND EXISTS { MATCH (claim)-[says:SUPPORTS {status: 'IN_FORCE'}]->(:Membership) }
                        } THEN 1 END)]
                        """)).isEqualTo(List.of(97L, 77L));
    }
}
