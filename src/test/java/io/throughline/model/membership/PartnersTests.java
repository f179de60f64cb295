package io.throughline.model.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.throughline.GraphTest;
import io.throughline.StatementLog;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.graphql.test.tester.GraphQlTester;

/** The partners of an organization, in both senses. */
@GraphTest
class PartnersTests {

    private static final String PARTNERS = """
            {
              organization(id: "%s") {
                partners%s {
                  totalCount
                  pageInfo { hasNextPage endCursor }
                  nodes { id partner { id } organization { id } senses memberships { role member { id } } channelCount }
                }
              }
            }
            """;

    @Autowired
    private GraphQlTester graphQl;

    @Test
    void namedPartnersHaveTheMembershipsThatNameThem() {
        var expected = graphQl.document(
                        "{ campaign(id: \"cities-race-to-zero\") { members(roles: [OFFICIAL_PARTNER, PARTNER, CO_ORGANISER, SUPPORTER], first: 100) { nodes { id } } } }")
                .execute()
                .path("campaign.members.nodes[*].id")
                .entityList(String.class)
                .get();
        assertThat(expected).hasSizeGreaterThan(5);
        graphQl.document(
                        "{ campaign(id: \"cities-race-to-zero\") { partners(first: 100, senses: [NAMED]) { nodes { memberships { id } } } } }")
                .execute()
                .path("campaign.partners.nodes[*].memberships[*].id")
                .entityList(String.class)
                .satisfies(ids -> assertThat(ids).containsExactlyInAnyOrderElementsOf(expected));
    }

    @Test
    void saysInWhichSenseEachIsAPartner() {
        var partners = partners("race-to-resilience", "(first: 100)");
        assertThat(partners).extracting(partner -> partner.get("senses")).doesNotContain(List.of());
        assertThat(partners).allSatisfy(partner -> {
            var senses = (List<?>) Objects.requireNonNull(partner.get("senses"));
            var named = (List<?>) Objects.requireNonNull(partner.get("memberships"));
            assertThat(senses.contains("NAMED")).isEqualTo(!named.isEmpty());
            assertThat(senses.contains("CHANNEL"))
                    .isEqualTo((int) Objects.requireNonNull(partner.get("channelCount")) > 0);
        });
        assertThat(partners("race-to-resilience", "(first: 100, senses: [CHANNEL])"))
                .isEqualTo(partners.stream()
                        .filter(partner -> (int) Objects.requireNonNull(partner.get("channelCount")) > 0)
                        .toList())
                .hasSizeBetween(4, partners.size());
        // all memberships are of today, so they are the same ones as recorded later
        assertThat(partners("race-to-resilience", "(first: 100, knownAt: \"2100-01-01T00:00:00Z\")"))
                .isEqualTo(partners);
    }

    @Test
    void sortsAndPagesByTheMembersTheyBring() {
        var order = "orderBy: [{by: CHANNEL_COUNT, direction: DESC}]";
        var whole = partners("race-to-resilience", "(first: 100, %s)".formatted(order));
        assertThat(whole.subList(0, 2))
                .extracting(partner -> partner.get("id"), partner -> partner.get("channelCount"))
                .containsExactly(
                        tuple("usdn-resilience-hubs>race-to-resilience", 68),
                        tuple("regionsadapt>race-to-resilience", 55));
        var first = graphQl.document(PARTNERS.formatted("race-to-resilience", "(first: 2, %s)".formatted(order)))
                .execute();
        var after = first.path("organization.partners.pageInfo.endCursor")
                .entity(String.class)
                .get();
        first.path("organization.partners.totalCount").entity(Integer.class).isEqualTo(whole.size());
        assertThat(partners("race-to-resilience", "(first: 2, after: \"%s\", %s)".formatted(after, order)))
                .isEqualTo(whole.subList(2, 4));
    }

    @Test
    void countsOnlyMembershipsThatMatchAndMayHaveHeld() {
        assertThat(partners("race-to-resilience", "(senses: [CHANNEL], asOf: \"1990-01-01\", undated: EXCLUDE)"))
                .isEmpty();
        var inTheUs = partners(
                "race-to-resilience",
                "(senses: [CHANNEL], where: {member: {country: {id: {eq: \"US\"}}}}, orderBy: [{by: CHANNEL_COUNT, direction: DESC}], first: 1)");
        assertThat(inTheUs)
                .singleElement()
                .satisfies(partner -> assertThat(partner.get("channelCount"))
                        .isEqualTo(graphQl.document(
                                        "{ organization(id: \"usdn-resilience-hubs\") { channels(organization: \"race-to-resilience\", where: {member: {country: {id: {eq: \"US\"}}}}) { totalCount } } }")
                                .execute()
                                .path("organization.channels.totalCount")
                                .entity(Integer.class)
                                .get()));
    }

    @Test
    void findsAndSortsOrganizationsByTheMembershipsThatRunViaThem() {
        var into = "{organization: {id: {eq: \"race-to-resilience\"}}}";
        graphQl.document(
                        "{ organizations(where: {channelCount: {gte: 50, where: %s}}, orderBy: [{by: CHANNEL_COUNT, direction: DESC, counting: %s}]) { nodes { id } } }"
                                .formatted(into, into))
                .execute()
                .path("organizations.nodes[*].id")
                .entityList(String.class)
                .containsExactly("usdn-resilience-hubs", "regionsadapt", "cities-race-to-resilience");
    }

    @Test
    void partnersOfManyOrganizationsTakeOneStatement() {
        try (var log = new StatementLog()) {
            graphQl.document(
                            "{ organizations(first: 50) { nodes { partners { nodes { partner { id } senses channelCount memberships { role } } } } } }")
                    .executeAndVerify();
            assertThat(log.runs()).contains("membership/partners-of-organizations ×1");
        }
    }

    private List<Map<String, Object>> partners(String organization, String arguments) {
        return graphQl.document(PARTNERS.formatted(organization, arguments))
                .execute()
                .path("organization.partners.nodes")
                .entity(new ParameterizedTypeReference<List<Map<String, Object>>>() {})
                .get();
    }
}
