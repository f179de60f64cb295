package io.throughline.model.membership;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.GraphTest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;

@GraphTest
class MembersTests {

    private static final String PAGE = """
            query($first: Int, $after: String) {
              campaign(id: "race-to-zero") {
                members(first: $first, after: $after) {
                  totalCount
                  nodes { id }
                  pageInfo { hasNextPage hasPreviousPage endCursor }
                }
              }
            }
            """;

    @Autowired
    private GraphQlTester graphQl;

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 50, 200})
    void pagesOfAnySizeGiveEveryMemberOnceAndInTheSameOrder(int size) {
        var all = new ArrayList<String>();
        @Nullable String after = null;
        boolean more;
        int total;
        do {
            var page = graphQl.document(PAGE)
                    .variable("first", size)
                    .variable("after", after)
                    .execute();
            total = page.path("campaign.members.totalCount")
                    .entity(Integer.class)
                    .get();
            all.addAll(page.path("campaign.members.nodes[*].id")
                    .entityList(String.class)
                    .get());
            more = page.path("campaign.members.pageInfo.hasNextPage")
                    .entity(Boolean.class)
                    .get();
            after = page.path("campaign.members.pageInfo.endCursor")
                    .entity(String.class)
                    .get();
        } while (more && (size > 1 || all.size() < 20));
        assertThat(all).doesNotHaveDuplicates();
        if (size > 1) {
            assertThat(all).hasSize(total);
        }
        assertThat(all).startsWith(first(20).toArray(String[]::new));
    }

    @ParameterizedTest
    @ValueSource(ints = {7, 50, 200})
    void pagesFromTheEndGiveTheSameMembersInTheSameOrder(int size) {
        var document = """
                query($last: Int, $before: String) {
                  campaign(id: "race-to-zero") {
                    members(last: $last, before: $before) {
                      nodes { id }
                      pageInfo { hasPreviousPage startCursor }
                    }
                  }
                }
                """;
        var all = new ArrayList<String>();
        @Nullable String before = null;
        boolean more;
        do {
            var page = graphQl.document(document)
                    .variable("last", size)
                    .variable("before", before)
                    .execute();
            all.addAll(
                    0,
                    page.path("campaign.members.nodes[*].id")
                            .entityList(String.class)
                            .get());
            more = page.path("campaign.members.pageInfo.hasPreviousPage")
                    .entity(Boolean.class)
                    .get();
            before = page.path("campaign.members.pageInfo.startCursor")
                    .entity(String.class)
                    .get();
        } while (more);
        assertThat(all).doesNotHaveDuplicates().startsWith(first(200).toArray(String[]::new));
        assertThat(all)
                .hasSize(graphQl.document(PAGE)
                        .execute()
                        .path("campaign.members.totalCount")
                        .entity(Integer.class)
                        .get());
    }

    @Test
    void nodesKeepTheRequestedOrderAndAreNullForUnknownIds() {
        graphQl.document("{ nodes(ids: [\"boston\", \"no-such\", \"c40\", \"boston\"]) { id } }")
                .execute()
                .path("nodes[*]")
                .matchesJson("[{\"id\": \"boston\"}, null, {\"id\": \"c40\"}, {\"id\": \"boston\"}]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cities", "regions"})
    void coverageOfAListIsThatOfTheOrganizationsInItsFilter(String list) {
        var answer = graphQl.document("""
                        {
                          list: %s(where: {memberOf: {anyOf: ["race-to-zero"], noneOf: ["under2-coalition"]}}) {
                            coverage { organization { id } known complete }
                          }
                          raceToZero: organization(id: "race-to-zero") { coverage { known } }
                          everywhere: %s { coverage { known } }
                        }
                        """.formatted(list, list)).execute();
        answer.path("list.coverage[*].organization.id")
                .entityList(String.class)
                .containsExactly("race-to-zero", "under2-coalition");
        answer.path("list.coverage[0].known")
                .entity(Integer.class)
                .isEqualTo(answer.path("raceToZero.coverage.known")
                        .entity(Integer.class)
                        .get());
        answer.path("everywhere.coverage").entityList(Object.class).hasSize(0);
    }

    @Test
    void countsRolesAsTheListHasThem() {
        var campaign = graphQl.document("""
                        { campaign(id: "race-to-resilience") {
                            one: members(roles: [MEMBER], first: 500) { totalCount nodes { id } }
                            twice: members(roles: [MEMBER, MEMBER], first: 500) { totalCount nodes { id } }
                            more: members(roles: [MEMBER, OFFICIAL_PARTNER, PARTNER], first: 500) { totalCount nodes { id } }
                            none: members(roles: [], first: 500) { totalCount nodes { id } }
                        } }""").execute();
        var counts = Stream.of("one", "twice", "more", "none")
                .map(list -> {
                    var count = campaign.path("campaign.%s.totalCount".formatted(list))
                            .entity(Integer.class)
                            .get();
                    campaign.path("campaign.%s.nodes".formatted(list))
                            .entityList(Object.class)
                            .hasSize(count);
                    return count;
                })
                .toList();
        assertThat(counts.get(0)).isPositive().isEqualTo(counts.get(1)).isLessThan(counts.get(2));
        assertThat(counts.get(3)).isZero();
    }

    @Test
    void coverageCountsEachMemberOnceHoweverManyRoutesItHas() {
        var answer = graphQl.document(
                        "{ campaign(id: \"race-to-resilience\") { coverage { known } members(roles: MEMBER) { totalCount } } }")
                .execute();
        var memberships =
                answer.path("campaign.members.totalCount").entity(Integer.class).get();
        answer.path("campaign.coverage.known")
                .entity(Integer.class)
                .satisfies(known -> assertThat(known).isPositive().isLessThan(memberships));
    }

    @Test
    void channelsGiveTheMembersThatJoinedViaAPartner() {
        graphQl.document(
                        "{ organization(id: \"regionsadapt\") { channels(organization: \"race-to-resilience\", first: 3) { totalCount nodes { member { name } via { id } viaStatus } } } }")
                .execute()
                .path("organization.channels.totalCount")
                .entity(Integer.class)
                .isEqualTo(55)
                .path("organization.channels.nodes[*].viaStatus")
                .entityList(String.class)
                .containsExactly("NAMED", "NAMED", "NAMED")
                .path("organization.channels.nodes[*].via[*].id")
                .entityList(String.class)
                .containsExactly("regionsadapt", "regionsadapt", "regionsadapt");
    }

    @Test
    void theMembersOfC40AreCompleteAccordingToItsOwnList() {
        graphQl.document("{ network(id: \"c40\") { coverage { known complete claimed { value unit } } } }")
                .execute()
                .path("network.coverage.known")
                .entity(Integer.class)
                .isEqualTo(97)
                .path("network.coverage.complete")
                .entity(String.class)
                .isEqualTo("YES");
    }

    private List<String> first(int count) {
        return graphQl.document(PAGE)
                .variable("first", count)
                .execute()
                .path("campaign.members.nodes[*].id")
                .entityList(String.class)
                .get();
    }
}
