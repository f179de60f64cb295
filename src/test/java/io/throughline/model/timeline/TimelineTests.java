package io.throughline.model.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.GraphTest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.graphql.test.tester.GraphQlTester;

@GraphTest
class TimelineTests {

    @Autowired
    private GraphQlTester graphQl;

    @Autowired
    private Neo4jClient neo4j;

    @Test
    void entriesAreInChronologicalOrderWithTheirOwnPrecision() {
        var answer = graphQl.documentName("12-timeline").execute();
        assertThat(lines(answer))
                .containsExactly(
                        "2018 ICLEI World Congress 2018",
                        "2019 Global Green New Deal Principles: issued",
                        "2020-11-09/2020-11-19 Race to Zero November Dialogues",
                        "2020-11-16 Building a Climate Resilient and Just Future for all: knowledge and voices from the frontline",
                        "2020-11-18 States and Regions on the Path to net-zero",
                        "2020-12-17 JCI Race to Zero Circle: begins as official partner of Race to Zero",
                        "2021/2022 ICLEI World Congress 2021 – 2022",
                        "2021 ICLEI Malmö Commitment and Strategic Vision 2021 – 2027: issued",
                        "2021/2027 ICLEI Malmö Commitment and Strategic Vision 2021 – 2027: valid",
                        "2021-01-25 Climate Adaptation Summit",
                        "2021-07-01 How to step forward towards net-zero by 2050 – Join the Race To Zero",
                        "2021-07-08 Cities Race to Zero (page of the UNFCCC Climate Champions)",
                        "2021-10 Message video of the members of the JCI Race To Zero Circle: issued",
                        "2021-11 COP26",
                        "2022-05-24 Decarbonization promoted by universities – Join the Race To Zero",
                        "2022-08-25 Race To Zero criteria revision – What is required to commit to net zero",
                        "2022-12-31 Race to Zero: more than 11000 members",
                        "2023-09-28 5th P (Persuade) Handbook, Japanese provisional translation: issued",
                        "2023-09-28/.. Race to Zero Circle (page of the Japan Climate Initiative)");
    }

    @Test
    void aSourceDoesNotHaveADateThatAnotherGives() {
        assertThat(lines(graphQl.document(
                                "{ timeline(about: [\"medford\"], sources: [\"text-mma\"]) { nodes { when { text } label } } }")
                        .execute()))
                .isEmpty();
    }

    /** They are looked up from the agents, not found among all. */
    @ParameterizedTest
    @ValueSource(strings = {"boston", "c40", "gcom"})
    void datedMembershipsOfAnAgentAreThoseThatNameIt(String agent) {
        var named = neo4j.query("""
                        MATCH (membership:Membership)
                        WHERE $agent IN [membership.memberId, membership.organizationId] + coalesce(membership.viaIds, [])
                        RETURN sum(CASE WHEN membership.validFrom IS NULL THEN 0 ELSE 1 END
                                   + CASE WHEN membership.validTo IS NULL THEN 0 ELSE 1 END) AS dates""")
                .bind(agent)
                .to("agent")
                .fetchAs(Integer.class)
                .one()
                .orElseThrow();
        assertThat(named).isPositive();
        graphQl.document(
                        "query($agent: ID!) { timeline(about: [$agent], kinds: [MEMBERSHIP_FROM, MEMBERSHIP_TO]) { totalCount } }")
                .variable("agent", agent)
                .execute()
                .path("timeline.totalCount")
                .entity(Integer.class)
                .isEqualTo(named);
    }

    @Test
    void everyEntryNamesItsSource() {
        graphQl.documentName("12-timeline")
                .execute()
                .path("timeline.nodes[0].source.file")
                .entity(String.class)
                .isEqualTo("003_0acf93071d11c732.txt")
                .path("timeline.nodes[?(@.label == 'COP26')].source.file")
                .entityList(String.class)
                .containsExactly("000_0dcffcf62c9c2112.txt");
    }

    @ParameterizedTest
    @CsvSource({"1", "7", "200"})
    void pagesOfAnySizeGiveEveryEntryOnceAndInTheSameOrder(int size) {
        var all = new ArrayList<String>();
        @Nullable String after = null;
        boolean more;
        do {
            var page = graphQl.document("""
                            query($first: Int, $after: String) {
                              timeline(about: ["iclei-malmo-commitment", "jci-race-to-zero-circle", "iclei-montreal-commitment"], first: $first, after: $after) {
                                totalCount
                                nodes { when { text } kind about { id } }
                                pageInfo { hasNextPage endCursor }
                              }
                            }
                            """)
                    .variable("first", size)
                    .variable("after", after)
                    .execute();
            page.path("timeline.nodes").entityList(Object.class).get().forEach(node -> all.add(node.toString()));
            page.path("timeline.totalCount")
                    .entity(Integer.class)
                    .satisfies(total -> assertThat(total).isGreaterThan(5));
            more = page.path("timeline.pageInfo.hasNextPage")
                    .entity(Boolean.class)
                    .get();
            after = page.path("timeline.pageInfo.endCursor")
                    .entity(String.class)
                    .get();
        } while (more);
        assertThat(all).doesNotHaveDuplicates().hasSizeGreaterThan(5);
        assertThat(all.toString()).contains("ISSUED", "VALID", "INVOLVEMENT", "MEMBERSHIP_FROM");
    }

    @Tag("full") // plans a timeline as known on several days
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "from: \"2021-11-30\", to: \"2021-11-30\" | true",
                "from: \"2021-12-01\" | false",
                "to: \"2021-10\" | false",
                "to: \"../2021-11-01\" | true"
            })
    void aMonthIsShownOnAnyDayItCanMean(String range, boolean shown) {
        assertThat(lines(graphQl.document("{ timeline(%s, about: [\"cop26\"]) { nodes { when { text } label } } }"
                                .formatted(range))
                        .execute()))
                .isEqualTo(shown ? List.of("2021-11 COP26") : List.of());
    }

    @Test
    void aDateOpenToThePastIsSortedByItsLastDay() {
        assertThat(lines(graphQl.document(
                                "{ timeline(about: [\"medford\"]) { nodes { when { text earliest } label } } }")
                        .execute()))
                .contains("../2021-10-04 Medford: begins as member of Cities Race to Zero");
    }

    @Test
    void nothingHasNoEntries() {
        assertThat(lines(graphQl.document("{ timeline(about: []) { nodes { when { text } label } } }")
                        .execute()))
                .isEmpty();
    }

    @Test
    void aRangeThatEndsBeforeItBeginsIsRejected() {
        graphQl.document("{ timeline(from: \"2022\", to: \"2021\") { totalCount } }")
                .execute()
                .errors()
                .satisfy(errors -> assertThat(errors).first().satisfies(error -> {
                    assertThat(error.getMessage())
                            .isEqualTo("to is \"2021\"; expected a date that is not before from, 2022");
                    assertThat(error.getExtensions())
                            .containsEntry("code", "BAD_ARGUMENT")
                            .containsEntry("argument", "to");
                }));
    }

    private static List<String> lines(GraphQlTester.Response answer) {
        return answer.path("timeline.nodes").entityList(Entry.class).get().stream()
                .map(entry -> entry.when().text() + " " + entry.label())
                .toList();
    }

    private record Entry(Span when, String label) {}

    private record Span(String text) {}
}
