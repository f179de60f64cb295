package io.throughline.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.GraphTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import org.springframework.beans.factory.annotation.Autowired;

/** Disagreements between sources and undated or ambiguous statements: D1 to D21 of {@code docs/dataset.md}, with all sides of each. */
@Tag("full") // looks at every disagreement of the dataset
@GraphTest
class KeptDisagreementsTests {

    private GraphQueries graph;

    @BeforeEach
    void openGraph(@Autowired Driver driver) {
        graph = new GraphQueries(driver);
    }

    @Test
    void d1SevenCoOrganisersOfOneTextAndSixOfAnother() {
        assertThat(graph.column("""
                        MATCH (membership:Membership {role: 'CO_ORGANISER', organizationId: 'cities-race-to-zero'})
                        MATCH (membership)<-[:SUPPORTS]-(claim:Claim)
                        WHERE claim.sourceId IN $texts
                        WITH membership.memberId AS member, claim.sourceId AS source
                        ORDER BY source
                        WITH member, collect(source) AS sources
                        RETURN member + ': ' + reduce(all = '', source IN sources | all + source + ' ')
                        ORDER BY member
                        """))
                .containsExactly(
                        "c40: text-climate-champions text-mma ",
                        "cdp: text-climate-champions ",
                        "gcom: text-climate-champions text-mma ",
                        "iclei: text-climate-champions text-mma ",
                        "uclg: text-climate-champions text-mma ",
                        "wri: text-climate-champions text-mma ",
                        "wwf: text-climate-champions text-mma ");
        assertClaim(
                "claim-4.22.wording", "cities-race-to-zero", "coOrganisersCalled", "all of the global city networks");
    }

    @Test
    void d2AThousandCitiesAndMoreThanAThousandCommunities() {
        assertThat(figures("cities-race-to-zero", "TARGET_MEMBER_COUNT"))
                .contains(
                        "EXACTLY 1000 cities by claim-3.16 as of null",
                        "MORE_THAN 1000 communities by claim-4.18 as of null");
        assertThat(figures("cities-race-to-zero", "MEMBER_COUNT"))
                .contains("MORE_THAN 1000 cities by org-facts.008.members as of null");
    }

    @Test
    void d3TwoSetsOfFiveCriteriaOfTwoSubjects() {
        assertThat(graph.column("""
                        MATCH (set:CriteriaSet)<-[:IN_SET]-(criterion:Criterion)
                        WITH set, criterion
                        ORDER BY criterion.position
                        WITH set, collect(criterion.name) AS names
                        RETURN set.statedForId + ' from ' + coalesce(set.validFrom, '?') + ': ' + reduce(all = '', name IN names | all + name + ' ')
                        ORDER BY set.id
                        """))
                .containsExactly(
                        "cities-race-to-zero from ?: Endorse Pledge Plan Proceed Publish ",
                        "race-to-zero from 2022-07: Pledge Plan Proceed Publish Persuade ");
        assertThat(graph.column("""
                        MATCH (claim:Claim)-[says:SUPPORTS]->({id: 'criterion-persuade'})
                        WHERE says.addedAt IS NOT NULL
                        RETURN says.addedAt + ' by ' + claim.sourceId
                        """))
                .containsExactlyInAnyOrder(
                        "2022-07 by persuade-handbook",
                        "2022-06 by persuade-handbook-ja",
                        "2022-06 by climate-champions-persuade-2022");
    }

    @Test
    void d4OneTextHasTwoUndatedCountsOfMunicipalitiesNeitherPreferred() {
        assertThat(figures("ramcc", "MEMBER_COUNT"))
                .contains(
                        "EXACTLY 257 municipalities by claim-3.32 as of null",
                        "EXACTLY 157 municipalities by claim-3.43 as of null",
                        "EXACTLY 225 municipalities by org-facts.011.members as of 2021-06-30");
        assertThat(
                        graph.column(
                                "MATCH (claim:Claim) WHERE claim.id IN ['claim-3.32', 'claim-3.43'] RETURN claim.rank + ' ' + claim.sourceId"))
                .containsExactly("NORMAL text-climate-champions", "NORMAL text-climate-champions");
    }

    @Test
    void d5EightCommunitiesAndANinth() {
        assertThat(figures("cities-race-to-zero", "MEMBER_COUNT"))
                .contains(
                        "EXACTLY 8 communities by claim-4.01 as of null",
                        "EXACTLY 9 communities by claim-4.11.count as of null");
        assertThat(graph.one(
                        "MATCH (claim:Claim {id: 'claim-4.11.count'}) RETURN claim.strength + ' ' + claim.inferred"))
                .isEqualTo("IMPLIED true");
    }

    @Test
    void d6ACountRefersToAnotherDayThanItsPage() {
        assertThat(figures("race-to-zero", "MEMBER_COUNT"))
                .contains(
                        "MORE_THAN 11000 members by claim-2.08 as of 2022-12-31",
                        "ABOUT 13500 members by org-facts.009.campaign-members as of 2023-12");
        assertThat(graph.one("MATCH (source:Source {id: 'text-jci'}) RETURN source.statedAt"))
                .isEqualTo("2023-09-28/..");
    }

    @Test
    void d7NearlyAHundredMayorsAndNinetySevenCities() {
        assertThat(figures("c40", "MEMBER_COUNT"))
                .contains(
                        "NEARLY 100 mayors by claim-3.17 as of null",
                        "EXACTLY 97 cities by c40-2024-11.count as of 2024-11-06");
        assertThat(graph.one("MATCH (source:Source {id: 'text-climate-champions'}) RETURN source.statedAt"))
                .isEqualTo("2021-07-08");
    }

    @Test
    void d8NetZeroYearsOfTheWorldAndOfACommunity() {
        assertThat(graph.column("""
                        MATCH (goal:Goal)<-[:SUPPORTS]-(claim:Claim)
                        WHERE claim.id IN ['claim-0.02', 'claim-2.04']
                        RETURN claim.id + ' ' + goal.subjectId + ' ' + goal.bound + ' ' + goal.targetYear
                        """))
                .containsExactlyInAnyOrder(
                        "claim-0.02 race-to-zero AT_LATEST 2050", "claim-2.04 race-to-zero AT_LATEST 2050");
        assertThat(graph.column("""
                        MATCH (pledge:Pledge)<-[:SUPPORTS]-(claim:Claim)
                        WHERE claim.id IN ['claim-4.13', 'claim-4.13.medford']
                        RETURN pledge.target + coalesce(pledge.targetYear, '')
                        """)).hasSize(9).containsOnly("2040s or sooner");
        assertThat(
                        graph.one(
                                "MATCH (claim:Claim {id: 'claim-4.31'})-[:SUPPORTS]->(:Criterion {id: 'criterion-pledge'}) RETURN claim.printed"))
                .isEqualTo("2040s, or by mid-century at the latest");
    }

    @Test
    void d9GoalsFor2030OfTheWorldOfACommunityAndAsAFairShare() {
        assertThat(
                        graph.one(
                                "MATCH (:Claim {id: 'claim-2.03'})-[:SUPPORTS]->(goal:Goal) RETURN goal.scopeId + ' ' + goal.targetYear"))
                .isEqualTo("world 2030");
        assertThat(graph.column("""
                        MATCH (claim:Claim)-[:SUPPORTS]->(pledge:Pledge)
                        WHERE claim.id IN ['claim-4.12', 'claim-4.12.medford']
                        RETURN pledge.targetYear
                        """)).hasSize(9).containsOnly(2030L);
        assertThat(
                        graph.one(
                                "MATCH (:Claim {id: 'claim-4.32'})-[:SUPPORTS]->(criterion:Criterion) RETURN criterion.name + ' ' + criterion.targetYear"))
                .isEqualTo("Plan 2030");
    }

    @Test
    void d10EachTextListsItsOwnParticipants() {
        assertClaim(
                "claim-0.13", "race-to-zero", "actorTypes", List.of("cities", "regions", "businesses", "other actors"));
        assertClaim(
                "claim-2.02",
                "race-to-zero",
                "actorTypes",
                List.of(
                        "companies",
                        "cities",
                        "regions",
                        "financial institutions",
                        "educational institutions",
                        "healthcare institutions"));
        assertClaim(
                "claim-4.16",
                "cities-race-to-zero",
                "actorTypes",
                List.of("businesses", "communities", "regions", "investors"));
        assertThat(graph.one("MATCH (:Claim {id: 'claim-0.02'})-[:SUPPORTS]->(goal:Goal) RETURN goal.actors"))
                .isEqualTo(List.of("all actors"));
    }

    @Test
    void d11TheOfficeLeadsTwoPeopleConveneAndTheirOfficeIsImplied() {
        assertThat(
                        graph.one(
                                "MATCH (:Claim {id: 'claim-2.05'})-[:SUPPORTS]->(membership:Membership) RETURN membership.memberId + ' ' + membership.role"))
                .isEqualTo("un-high-level-champions LEAD");
        assertThat(graph.column("""
                        MATCH (claim:Claim)-[says:SUPPORTS]->({id: 'un-high-level-champions'})
                        WHERE claim.id IN ['claim-0.04.office', 'claim-0.05.office']
                        RETURN says.holder + ' ' + claim.strength
                        """)).containsExactlyInAnyOrder("nigel-topping IMPLIED", "gonzalo-munoz IMPLIED");
        assertThat(graph.column("MATCH (person:Person)<-[:MEMBER]-(membership) RETURN membership.id"))
                .isEmpty();
    }

    @Test
    void d12FiveWordsForCitiesRaceToZero() {
        assertClaim("claim-3.04", "cities-race-to-zero", "classification", "joint initiative");
        assertClaim("claim-3.13", "cities-race-to-zero", "classification", "part of Race to Zero");
        assertClaim("claim-4.15", "cities-race-to-zero", "classification", "global campaign");
        assertClaim("claim-4.17", "cities-race-to-zero", "classification", "community-specific track of Race to Zero");
        assertClaim("claim-4.22.wording", "cities-race-to-zero", "classification", "collaboration of networks");
    }

    @Test
    void d13TwoInstrumentsThatMayBeOne() {
        assertThat(graph.one("""
                        MATCH (deal:Instrument {id: 'global-green-new-deal'})
                        MATCH (principles:Instrument {id: 'global-green-new-deal-principles'})
                        MATCH (claim:Claim {id: 'claim-4.30.link'})-[says:SUPPORTS]->(principles)
                        WHERE says.relatedTo = deal.id
                        RETURN claim.strength
                        """)).isEqualTo("IMPLIED");
    }

    @Test
    void d14TheSuperlativeIsTheSectionsOwnClaim() {
        assertClaim("claim-1.18", "uclg-aspac", "selfDescription", "largest regional section");
        assertThat(
                        graph.one(
                                "MATCH (claim:Claim {id: 'claim-1.18'})-[:SUPPORTS]->(membership:Membership) WHERE claim.asOf IS NULL RETURN membership.role"))
                .isEqualTo("SECTION");
    }

    @Test
    void d15TimesAreInOneZoneAndThePrintedZoneIsKept() {
        assertThat(graph.column("""
                        MATCH (session:Event {kind: 'SESSION'})
                        RETURN toString(session.startsAt) + ' ' + toString(session.endsAt) + ' ' + session.printedTime + ' ' + session.printedZone
                        ORDER BY session.startsAt
                        """))
                .containsExactly(
                        "2020-11-16T07:00:00Z 2020-11-16T09:00:00Z 7:00-9:00 am UTC",
                        "2020-11-18T17:00:00Z 2020-11-18T18:00:00Z 17:00-18:00 GMT");
    }

    @Test
    void d16TheYearOfTheSessionsIsInferred() {
        assertThat(graph.column("""
                        MATCH (claim:Claim)
                        WHERE claim.id IN ['claim-0.17', 'claim-0.22', 'claim-0.25'] AND claim.inferred
                          AND NOT claim.printed CONTAINS '2020'
                        RETURN claim.id
                        ORDER BY claim.id
                        """)).contains("claim-0.17", "claim-0.22");
        assertThat(graph.one("MATCH (claim:Claim {id: 'claim-0.25'}) RETURN claim.inferred"))
                .isEqualTo(true);
        assertThat(graph.one("MATCH (claim:Claim {id: 'claim-0.17'}) RETURN claim.note"))
                .asString()
                .contains("claim-0.03");
    }

    @Test
    void d17TheYearOfOneTextAndTheMonthOfAnother() {
        assertClaim("claim-0.11", "cop26", "dates", "2021");
        assertClaim("claim-4.20", "cop26", "dates", "2021-11");
        assertThat(graph.one("MATCH (event:Event {id: 'cop26'}) RETURN event.dates"))
                .isEqualTo("2021-11");
        assertThat(graph.one("MATCH (claim:Claim {id: 'claim-4.20'}) RETURN claim.inferred"))
                .isEqualTo(true);
    }

    @Test
    void d18TheTextDoesNotDateTheNine() {
        assertThat(graph.column("""
                        MATCH (claim:Claim {sourceId: 'text-mma'})-[says:SUPPORTS]->(:Membership {role: 'MEMBER'})
                        RETURN says.validFrom
                        """)).hasSize(9).containsOnlyNulls();
        assertThat(graph.one("""
                        MATCH (claim:Claim)-[says:SUPPORTS]->(membership {id: 'medford.member.cities-race-to-zero'})
                        WHERE says.validFrom IS NOT NULL
                        RETURN claim.sourceId + ' ' + says.validFrom + ' ' + membership.validFromLatest
                        """)).isEqualTo("somerville-news-weekly-2021-10-04 ../2021-10-04 2021-10-04");
    }

    @Test
    void d19ALaunchIsOnlyAnnounced() {
        assertThat(graph.column("""
                        MATCH (:Claim)-[:SUPPORTS]->(fact)
                        WHERE fact.id IN ['net-zero-leaders-group.launched-at.session-states-regions-net-zero',
                                          'net-zero-leaders-group.section.under2-coalition']
                        RETURN fact.status
                        """)).containsExactly("ANNOUNCED", "ANNOUNCED");
        assertThat(graph.one("MATCH (:Claim {id: 'claim-0.25'})-[:SUPPORTS]->(launch:Involvement) RETURN launch.dates"))
                .isEqualTo("2020-11-18");
    }

    @Test
    void d20SpellingsInOneSourceAreNames() {
        assertThat(graph.column("""
                        MATCH (subject)-[:HAS_NAME]->(name:Name)
                        WHERE name.value IN ['Race To Zero', 'Race To Resilience', 'Under 2 Coalition', 'Ban Ki-Moon']
                           OR name.value CONTAINS 'froward'
                        RETURN subject.id
                        """))
                .containsExactlyInAnyOrder(
                        "race-to-zero", "race-to-resilience", "under2-coalition", "ban-ki-moon", "webinar-2021-07-01");
        assertThat(graph.column("""
                        MATCH (claim:Claim)
                        WHERE claim.id IN ['claim-3.32', 'claim-3.43', 'claim-3.45']
                        RETURN claim.printed CONTAINS 'argentinian'
                        """)).containsExactly(true, true, true);
        assertThat(graph.one(
                        "MATCH (claim:Claim {id: 'claim-3.37'}) RETURN claim.note CONTAINS 'sustainable for energy'"))
                .isEqualTo(true);
    }

    @Test
    void d21NineteenOfTwentyThreeProvincesIsNotAConflict() {
        assertThat(
                        graph.one(
                                "MATCH (:Claim {id: 'claim-3.33'})-[:SUPPORTS]->(figure:Figure) RETURN figure.aboutId + ' ' + figure.value + ' of ' + figure.outOf"))
                .isEqualTo("ramcc 19 of 23");
        assertThat(
                        graph.one(
                                "MATCH (claim:Claim {id: 'claim-3.34'})-[:SUPPORTS]->(figure:Figure) WHERE claim.note CONTAINS 'Buenos Aires' RETURN figure.aboutId + ' ' + figure.value"))
                .isEqualTo("AR 23");
    }

    private List<Object> figures(String about, String metric) {
        return graph.rows("""
                        MATCH (figure:Figure {metric: $metric})-[:ABOUT]->({id: $about})
                        MATCH (figure)<-[:SUPPORTS]-(claim:Claim)
                        RETURN figure.comparator + ' ' + figure.value + ' ' + figure.unit + ' by ' + claim.id + ' as of ' + coalesce(claim.asOf, 'null') AS figure
                        """, Map.of("about", about, "metric", metric)).stream()
                .map(row -> row.get("figure").asObject())
                .toList();
    }

    private void assertClaim(String claim, String subject, String property, Object value) {
        assertThat(graph.rows("""
                        MATCH (claim:Claim {id: $claim})-[says:SUPPORTS]->({id: $subject})
                        WHERE claim.rank <> 'DEPRECATED'
                        RETURN says[$property] AS value
                        """, Map.of("claim", claim, "subject", subject, "property", property)))
                .extracting(row -> row.get("value").asObject())
                .containsExactly(value);
    }
}
