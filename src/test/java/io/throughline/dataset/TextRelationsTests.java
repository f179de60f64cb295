package io.throughline.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.GraphTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.neo4j.driver.Driver;
import org.springframework.beans.factory.annotation.Autowired;

/** Relationships that the five texts state and do not state, without the claims of other sources. */
@GraphTest
class TextRelationsTests {

    private GraphQueries graph;

    @BeforeEach
    void openGraph(@Autowired Driver driver) {
        graph = new GraphQueries(driver);
    }

    @ParameterizedTest
    @CsvSource({
        "MEMBER, cities-race-to-zero, 9, 9",
        "CO_ORGANISER, cities-race-to-zero, 7, 13",
        "TRACK, race-to-zero, 1, 2",
        "OFFICIAL_PARTNER, race-to-zero, 1, 2",
        "SUPPORTER, race-to-zero, 1, 1",
        "LEAD, race-to-zero, 1, 1",
        "SIBLING, race-to-zero, 1, 1",
        "SECRETARIAT, gcom, 1, 1",
        "SECTION, uclg, 1, 1",
        "SECTION, under2-coalition, 1, 1",
        "SECTION, jci, 1, 1",
        "SECTION, iclei, 1, 1",
        "COLLABORATOR, iclei-asia-pacific-offices, 1, 1",
        "CONSTITUENCY, unfccc, 1, 1"
    })
    void membershipsByRole(String role, String organization, long memberships, long claims) {
        var row = graph.rows("""
                        MATCH (source:Source)<-[:STATED_IN]-(claim:Claim)-[:SUPPORTS]->(membership:Membership)
                        WHERE source.id IN $texts
                          AND claim.id STARTS WITH 'claim-'
                          AND membership.role = $role
                          AND membership.organizationId = $organization
                        RETURN count(DISTINCT membership) AS memberships, count(DISTINCT claim) AS claims
                        """, Map.of("texts", GraphQueries.TEXTS, "role", role, "organization", organization))
                .get(0);
        assertThat(row.get("memberships").asLong()).isEqualTo(memberships);
        assertThat(row.get("claims").asLong()).isEqualTo(claims);
    }

    @Test
    void noOtherMemberships() {
        assertThat(graph.one("""
                        MATCH (membership:Membership)
                        WHERE EXISTS {
                          MATCH (membership)<-[:SUPPORTS]-(:Claim)-[:STATED_IN]->(source:Source)
                          WHERE source.id IN $texts
                        }
                        RETURN count(membership)
                        """)).isEqualTo(9L + 7 + 1 + 1 + 1 + 1 + 1 + 1 + 4 + 1 + 1);
    }

    @ParameterizedTest
    @CsvSource({
        "COLLABORATOR, marrakech-partnership.collaborator.r2z-november-dialogues-2020",
        "CO_ORGANISER, regions4.co-organiser.session-resilient-just-future;regions4.co-organiser.session-states-regions-net-zero",
        "CONVENER, gonzalo-munoz.convener.r2z-november-dialogues-2020;nigel-topping.convener.r2z-november-dialogues-2020",
        "PROGRAMME_OF, ramcc-corporate-carbon-footprint.programme-of.ramcc;ramcc-forest-campaign.programme-of.ramcc;ramcc-trust-fund.programme-of.ramcc",
        "PART_OF, climate-neutrality-framework.part-of.green-climate-cities-program",
        "LAUNCHED_BY, climate-neutrality-framework.launched-by.iclei;jci-race-to-zero-circle.launched-by.jci;race-to-resilience.launched-by.alok-sharma",
        "LAUNCHED_AT, net-zero-leaders-group.launched-at.session-states-regions-net-zero;race-to-resilience.launched-at.climate-adaptation-summit-2021",
        "SUPPORTS, cities-race-to-zero.supports.lgma-cop26-roadmap;race-to-resilience.supports.paris-agreement;race-to-zero.supports.paris-agreement",
        "USES, c40.uses.global-green-new-deal",
        "ENDORSES, criterion-endorse.endorses.global-green-new-deal-principles",
        "REPLACES, iclei-malmo-commitment.replaces.iclei-montreal-commitment"
    })
    void involvementsByRole(String role, String ids) {
        assertThat(graph.rows("""
                        MATCH (source:Source)<-[:STATED_IN]-(:Claim)-[:SUPPORTS]->(involvement:Involvement {role: $role})
                        WHERE source.id IN $texts
                        RETURN DISTINCT involvement.id AS id
                        ORDER BY id
                        """, Map.of("texts", GraphQueries.TEXTS, "role", role)))
                .extracting(row -> row.get("id").asString())
                .containsExactly(ids.split(";"));
    }

    @Test
    void twoSecretariats() {
        assertThat(graph.column("""
                        MATCH (source:Source)<-[:STATED_IN]-(:Claim)-[:SUPPORTS]->(secretariat:Secretariat)
                        WHERE source.id IN $texts
                        RETURN DISTINCT secretariat.id AS id
                        ORDER BY id
                        """)).containsExactly("gcom-southeast-asia-secretariat", "ramcc-executive-secretariat");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                // a community of Massachusetts in C40, ICLEI, GCoM or UCLG
                """
                membership.memberId IN ['beverly', 'boston', 'cambridge-ma', 'lexington', 'melrose', 'new-bedford',
                                        'northampton', 'somerville', 'medford']
                AND membership.organizationId IN ['c40', 'iclei', 'gcom', 'uclg']
                """,
                // a partner or a member of Race to Resilience
                "membership.organizationId = 'race-to-resilience'",
                // another official partner of Race to Zero
                """
                membership.organizationId = 'race-to-zero'
                AND membership.role IN ['OFFICIAL_PARTNER', 'PARTNER', 'MEMBER', 'SIGNATORY']
                AND membership.memberId <> 'jci-race-to-zero-circle'
                """,
                """
                membership.organizationId IN ['race-to-zero', 'cities-race-to-zero']
                AND membership.memberId IN ['uclg-aspac', 'ramcc', 'under2-coalition']
                """,
                // a partner of GCoM
                "membership.organizationId = 'gcom' AND membership.memberId IN ['iclei', 'c40', 'uclg']",
                // Montréal or Malmö in anything
                "membership.memberId IN ['montreal', 'malmo', 'montreal-place', 'malmo-place']",
                // a partner through which Boston joined
                "membership.memberId = 'boston' AND EXISTS { (membership)-[:VIA]->() }",
                "membership.memberId = 'boston' AND membership.viaStatus <> 'NOT_STATED'"
            })
    void noTextSupportsWhatTheTextsDoNotSay(String notStated) {
        assertThat(graph.column("""
                        MATCH (membership:Membership|Withdrawn)<-[:SUPPORTS]-(claim:Claim)-[:STATED_IN]->(source:Source)
                        WHERE source.id IN $texts
                          AND %s
                        RETURN claim.id + ' for ' + membership.id
                        """.formatted(notStated))).isEmpty();
    }

    @Test
    void noMembershipInTheTextsHasARoute() {
        assertThat(graph.column("""
                        MATCH (membership:Membership)<-[:SUPPORTS]-(claim:Claim)-[:STATED_IN]->(source:Source)
                        WHERE source.id IN $texts AND (size(membership.viaIds) > 0 OR EXISTS { (membership)-[:VIA]->() })
                        RETURN membership.id
                        """)).isEmpty();
    }
}
