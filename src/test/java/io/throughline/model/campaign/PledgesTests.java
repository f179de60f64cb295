package io.throughline.model.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.GraphTest;
import io.throughline.StatementLog;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;

/** Pledges as a list of their own, and next to the memberships of those who made them. */
@GraphTest
class PledgesTests {

    @Autowired
    private GraphQlTester graphQl;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Net zero                   | NET_ZERO",
                "Net zero emissions         | NET_ZERO",
                "Zero emissions             | ZERO_EMISSIONS",
                "Zero carbon                | ZERO_CARBON",
                "Climate neutral            | CLIMATE_NEUTRAL",
                "Climate positive           | CLIMATE_POSITIVE",
                "Carbon neutral(ity)        | CARBON_NEUTRAL",
                "GHG neutral(ity)           | GHG_NEUTRAL",
                "Emissions reduction target | EMISSIONS_REDUCTION",
                "Halve carbon emissions     | EMISSIONS_REDUCTION",
                "Emissions intensity target | EMISSIONS_INTENSITY",
                "Reduction v. BAU           | BELOW_BUSINESS_AS_USUAL",
                "Other                      | OTHER",
                "Plant trees                | OTHER",
            })
    void theKindOfTargetFollowsFromItsWords(String text, TargetKind kind) {
        assertThat(TargetKind.of(text)).isEqualTo(kind);
    }

    @Test
    void pledgesAreFilteredByWhoMadeThemKindYearOrganizationAndSource() {
        var found = graphQl.document("""
                        {
                          pledges(
                            where: {
                              subject: {state: {id: {eq: "US-MA"}}}
                              kind: {eq: EMISSIONS_REDUCTION}
                              targetYear: {gte: 2030, lte: 2030}
                              under: {id: {eq: "cities-race-to-zero"}}
                              source: {id: {eq: "text-mma"}}
                            }
                            orderBy: {by: SUBJECT, direction: DESC}
                          ) {
                            totalCount
                            nodes { subject { id } kind }
                            facets(by: [TARGET_YEAR, TARGET_KIND, PLEDGED_UNDER, STATE]) {
                              by buckets { value count memberCount entity { id } } notRecorded
                            }
                          }
                        }
                        """).execute();
        found.path("pledges.totalCount").entity(Integer.class).isEqualTo(9);
        found.path("pledges.nodes[*].subject.id")
                .entityList(String.class)
                .satisfies(ids -> assertThat(ids).startsWith("somerville").endsWith("beverly"));
        found.path("pledges.facets[*].buckets[*].value")
                .entityList(String.class)
                .isEqualTo(List.of("2030", "EMISSIONS_REDUCTION", "cities-race-to-zero", "US-MA"));
        found.path("pledges.facets[2].buckets[0].entity.id")
                .entity(String.class)
                .isEqualTo("cities-race-to-zero");
    }

    @Test
    void facetsSayForHowManyPledgesNoYearIsRecorded() {
        var found = graphQl.document("""
                        {
                          pledges(where: {source: {id: {eq: "text-mma"}}}) {
                            totalCount
                            facets(by: [TARGET_YEAR, TARGET_KIND], first: 50) { buckets { value count memberCount } notRecorded }
                          }
                        }
                        """).execute();
        found.path("pledges.totalCount").entity(Integer.class).isEqualTo(18);
        found.path("pledges.facets[0].notRecorded").entity(Integer.class).isEqualTo(9);
        found.path("pledges.facets[0].buckets[*].value")
                .entityList(String.class)
                .containsExactly("2030");
        found.path("pledges.facets[0].buckets[0].count").entity(Integer.class).isEqualTo(9);
        found.path("pledges.facets[1].buckets[*].value")
                .entityList(String.class)
                .satisfies(kinds -> assertThat(kinds).containsExactlyInAnyOrder("EMISSIONS_REDUCTION", "NET_ZERO"));
        found.path("pledges.facets[1].buckets[*].count")
                .entityList(Integer.class)
                .containsExactly(9, 9);
        found.path("pledges.facets[1].notRecorded").entity(Integer.class).isEqualTo(0);
    }

    @Test
    void aCityHasItsTargetsNextToItsMembershipsInOneStatementForAll() {
        try (var log = new StatementLog()) {
            var found = graphQl.document("""
                            {
                              cities(
                                where: {pledges: {some: {targetYear: {lte: 2040}}}, state: {id: {eq: "US-MA"}}}
                                orderBy: {by: NAME}
                              ) {
                                nodes { id memberships { totalCount } pledges { kind targetYear target under { id } } }
                                facets(by: TARGET_KIND) { buckets { value count } }
                              }
                            }
                            """).execute();
            found.path("cities.nodes[0].id").entity(String.class).isEqualTo("beverly");
            found.path("cities.nodes[0].pledges[*].kind")
                    .entityList(String.class)
                    .isEqualTo(List.of("EMISSIONS_REDUCTION", "NET_ZERO"));
            found.path("cities.nodes[0].pledges[1].target").entity(String.class).isEqualTo("2040s or sooner");
            found.path("cities.facets[0].buckets[*].value")
                    .entityList(String.class)
                    .contains("EMISSIONS_REDUCTION", "NET_ZERO");
            assertThat(log.runs()).contains("campaign/pledges-of-agents ×1", "facet/facets-of-cities ×1");
        }
    }
}
