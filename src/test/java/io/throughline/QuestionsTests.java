package io.throughline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.graphql.test.tester.GraphQlTester;

/** What the documents of {@code graphql/examples} answer on the built-in dataset. */
@GraphTest
class QuestionsTests {

    @Autowired
    private GraphQlTester graphQl;

    @Test
    void oneSourceHasBostonInTheTrackOthersInTheCampaignAndNoneNamesAPartner() {
        var answer = graphQl.documentName("01-boston-in-race-to-zero").execute();
        assertThat(maps(answer, "city.memberships.nodes"))
                .extracting(
                        m -> in(m, "organization", "id"),
                        m -> m.get("directness"),
                        m -> m.get("viaStatus"),
                        m -> m.get("via"))
                .containsExactly(
                        tuple("cities-race-to-zero", "DIRECT", "NOT_STATED", List.of()),
                        tuple("race-to-zero", "UNKNOWN", "NOT_STATED", List.of()));
        answer.path("city.memberships.nodes[0].claims.nodes[*].source.publisher.name")
                .entityList(String.class)
                .containsExactly("Massachusetts Municipal Association");
        answer.path("city.memberships.nodes[1].claims.nodes[*].source.publisher.name")
                .entityList(String.class)
                .contains("Net Zero Tracker");
    }

    @Test
    void bostonsRoutesSayWhetherASourceStatesThem() {
        var answer = graphQl.documentName("01-boston-in-race-to-zero").execute();
        assertThat(maps(answer, "city.routesTo"))
                .extracting(
                        route -> route.get("kind"),
                        route -> route.get("directness"),
                        route -> ids(route.get("via")),
                        route -> route.get("viaStatus"))
                .containsExactly(
                        tuple("STATED", "UNKNOWN", List.of(), "NOT_STATED"),
                        tuple("IMPLIED", "INDIRECT", List.of("cities-race-to-zero"), "NOT_STATED"),
                        tuple("POSSIBLE", "INDIRECT", List.of("c40", "cities-race-to-zero"), "NOT_STATED"),
                        tuple("POSSIBLE", "INDIRECT", List.of("gcom", "cities-race-to-zero"), "NOT_STATED"));
        answer.path("city.routesTo[1].steps[*].claims.nodes[*].id")
                .entityList(String.class)
                .contains("claim-4.03", "claim-3.13", "claim-4.17");
    }

    @Test
    void possibleRoutesAreShownOnlyOnRequest() {
        graphQl.document("{ city(id: \"boston\") { routesTo(organization: \"race-to-zero\") { kind } } }")
                .execute()
                .path("city.routesTo[*].kind")
                .entityList(String.class)
                .containsExactly("STATED", "IMPLIED");
    }

    @Test
    void ramccsMemberCountsDisagreeAndItsProvincesDoNot() {
        var disagreements =
                maps(graphQl.documentName("02-figures-of-ramcc-that-disagree").execute(), "disagreements");
        assertThat(disagreements).singleElement().satisfies(disagreement -> {
            assertThat(disagreement.get("metric")).isEqualTo("MEMBER_COUNT");
            assertThat(list(disagreement, "claims"))
                    .extracting(
                            claim -> claim.get("value"),
                            claim -> claim.get("unit"),
                            claim -> claim.get("asOf"),
                            claim -> claim.get("locator"),
                            claim -> in(claim, "source", "file"))
                    .containsExactly(
                            tuple(257, "municipalities", null, "\"Initiative overview\"", "003_0acf93071d11c732.txt"),
                            tuple(157, "municipalities", null, "\"Geographic coverage\"", "003_0acf93071d11c732.txt"),
                            tuple(160, "municipalities", null, "paragraph 1", null),
                            tuple(225, "municipalities and towns", "2021-06-30", "last paragraph", null),
                            tuple(225, "municipalities", "2021-06-30", "paragraph on its size", null));
        });
    }

    @Test
    void nobodyInThreeNetworksIsMissingFromRaceToZeroButTheListsAreNotComplete() {
        var answer =
                graphQl.documentName("03-in-networks-but-not-in-race-to-zero").execute();
        answer.path("allThree.nodes").entityList(Object.class).hasSize(0);
        assertThat(maps(answer, "allThree.coverage"))
                .extracting(
                        each -> in(each, "organization", "id"), each -> each.get("known"), each -> each.get("complete"))
                .containsExactly(
                        tuple("c40", 97, "YES"),
                        tuple("iclei", 71, "NO"),
                        tuple("gcom", 10160, "NO"),
                        tuple("race-to-zero", 302, "NO"));
        answer.path("c40AndGcom.nodes[*].name").entityList(String.class).containsExactly("Ekurhuleni", "Lima");
    }

    @Test
    void usdnBringsMostMembersIntoRaceToResilience() {
        var answer = graphQl.documentName("24-which-partner-brings-most").execute();
        assertThat(maps(answer, "organization.partners.nodes"))
                .extracting(partner -> in(partner, "partner", "id"), partner -> partner.get("channelCount"))
                .containsExactly(
                        tuple("usdn-resilience-hubs", 68),
                        tuple("regionsadapt", 55),
                        tuple("cities-race-to-resilience", 50),
                        tuple("extreme-heat-resilience-alliance", 15));
        answer.path("organization.members.facets[0].buckets[*].count")
                .entityList(Integer.class)
                .containsExactly(68, 55, 50, 15);
    }

    @Test
    void eightCommunitiesWereInWhenTheStoryAppearedAndMedfordJoinedLater() {
        var answer = graphQl.documentName("13-communities-before-and-after-the-story")
                .execute();
        answer.path("byTheStory.stayed.nodes[*].member.id")
                .entityList(String.class)
                .containsExactly(
                        "beverly",
                        "boston",
                        "cambridge-ma",
                        "lexington",
                        "melrose",
                        "new-bedford",
                        "northampton",
                        "somerville");
        answer.path("byTheStory.added.nodes[*].member.id")
                .entityList(String.class)
                .containsExactly("medford");
        answer.path("byTheStory.added.nodes[0].startedAfter.id")
                .entity(String.class)
                .isEqualTo("text-mma");
        answer.path("byTheStory.removed.totalCount").entity(Integer.class).isEqualTo(0);
        answer.path("byTheStory.unknown.totalCount").entity(Integer.class).isEqualTo(0);
        graphQl.document(
                        "{ changes(organization: \"cities-race-to-zero\", from: \"2021-01-01\", to: \"2021-12-31\") { unknown { totalCount } } }")
                .execute()
                .path("changes.unknown.totalCount")
                .entity(Integer.class)
                .isEqualTo(9);
    }

    @Test
    void anAuditFindsWhatIsImpliedUndatedOrRestsOnOneSource() {
        var answer = graphQl.documentName("18-audit-of-claims").execute();
        answer.path("implied.totalCount").entity(Integer.class).isEqualTo(495);
        answer.path("undated.totalCount").entity(Integer.class).isEqualTo(838);
        answer.path("onlySource.totalCount").entity(Integer.class).isEqualTo(24381);
        answer.path("onOneUndatedSource.totalCount").entity(Integer.class).isEqualTo(442);
    }

    @Test
    void theMembersOfC40AreCountedByTheirRecordedValues() {
        var answer = graphQl.documentName("19-where-the-members-of-c40-are").execute();
        answer.path("cities.totalCount").entity(Integer.class).isEqualTo(97);
        assertThat(maps(answer, "cities.facets[0].buckets"))
                .extracting(each -> each.get("value"), each -> each.get("count"))
                .containsExactly(
                        tuple("asia", 34),
                        tuple("north-america", 17),
                        tuple("europe", 16),
                        tuple("africa", 14),
                        tuple("latin-america-and-caribbean", 13),
                        tuple("oceania", 3));
        assertThat(maps(answer, "cities.facets[2].buckets"))
                .extracting(each -> each.get("value"), each -> each.get("count"))
                .startsWith(tuple("c40", 97), tuple("race-to-zero", 84), tuple("gcom", 72));
    }

    @Test
    void sevenBodiesCoOrganiseAndOnlyCdpIsInASingleList() {
        var answer =
                graphQl.documentName("04-co-organisers-of-cities-race-to-zero").execute();
        assertThat(maps(answer, "campaign.members.nodes"))
                .extracting(m -> in(m, "member", "id"), m -> in(m, "claims", "totalCount"))
                .containsExactly(
                        tuple("c40", 4),
                        tuple("cdp", 3),
                        tuple("gcom", 4),
                        tuple("iclei", 3),
                        tuple("uclg", 3),
                        tuple("wri", 3),
                        tuple("wwf", 3));
        assertThat(maps(answer, "campaign.disagreements"))
                .filteredOn(each -> "CO_ORGANISER".equals(each.get("property")))
                .singleElement()
                .extracting(each -> each.get("note"))
                .isEqualTo("The lists differ; not in all of them: cdp. Absence from a list does not deny membership.");
    }

    @Test
    void secretariatsHaveAHolderOnlyWhereOneIsNamed() {
        var secretariats = maps(graphQl.documentName("05-secretariats").execute(), "secretariats.nodes");
        assertThat(secretariats)
                .extracting(s -> in(s, "organization", "id"), s -> in(s, "covers", "name"), s -> in(s, "holder", "id"))
                .contains(
                        tuple("ramcc", null, null),
                        tuple("gcom", "Europe", null),
                        tuple("climate-alliance", "Austria", null));
        assertThat(secretariats)
                .filteredOn(secretariat -> secretariat.get("holder") != null)
                .extracting(s -> in(s, "organization", "id"), s -> in(s, "covers", "name"), s -> in(s, "holder", "id"))
                .containsExactlyInAnyOrder(
                        tuple("under2-coalition", null, "climate-group"),
                        tuple("gcom", "Southeast Asia", "uclg-aspac"),
                        tuple("gcom", "Oceania", "iclei-oceania"),
                        tuple("covenant-of-mayors-japan", "Japan", "nagoya-university"),
                        tuple("race-to-resilience", null, "center-for-climate-and-resilience-research"));
        assertThat(secretariats)
                .filteredOn(secretariat -> "uclg-aspac".equals(in(secretariat, "holder", "id")))
                .singleElement()
                .satisfies(secretariat -> assertThat(list(map(map(secretariat, "holder"), "memberships"), "nodes"))
                        .extracting(membership -> in(membership, "organization", "id"))
                        .containsExactly("uclg"));
    }

    @Test
    void criteriaDifferByTimeAndByWhatTheyAreStatedFor() {
        var answer = graphQl.documentName("06-criteria-to-join").execute();
        answer.path("october2021.criteria.criteria[*].name")
                .entityList(String.class)
                .containsExactly("Endorse", "Pledge", "Plan", "Proceed", "Publish");
        answer.path("october2021.criteria.statedFor.name").entity(String.class).isEqualTo("Cities Race to Zero");
        answer.path("october2023.criteria.criteria[*].name")
                .entityList(String.class)
                .containsExactly("Pledge", "Plan", "Proceed", "Publish", "Persuade");
        answer.path("october2023.criteria.statedFor.name").entity(String.class).isEqualTo("Race to Zero");
    }

    @Test
    void aSetThatBeganLaterIsNotShownForAnEarlierDay() {
        graphQl.document("{ campaign(id: \"race-to-zero\") { criteria(asOf: \"2021-10-15\") { name } } }")
                .execute()
                .path("campaign.criteria")
                .valueIsNull();
    }

    @Test
    void sessionsKeepTheirPrintedTime() {
        var answer = graphQl.documentName("07-november-dialogues").execute();
        assertThat(maps(answer, "event.sessions.nodes"))
                .extracting(
                        s -> s.get("startsAt"),
                        s -> s.get("endsAt"),
                        s -> s.get("printedTime"),
                        s -> s.get("printedZone"))
                .containsExactly(
                        tuple("2020-11-16T04:00:00.000-03:00", "2020-11-16T06:00:00.000-03:00", "7:00-9:00 am", "UTC"),
                        tuple("2020-11-18T14:00:00.000-03:00", "2020-11-18T15:00:00.000-03:00", "17:00-18:00", "GMT"));
        answer.path("event.sessions.nodes[*].involvements[?(@.role == 'CO_ORGANISER')].subject.name")
                .entityList(String.class)
                .containsExactly("Regions4", "Regions4");
        assertThat(maps(answer, "event.sessions.nodes[1].involvements"))
                .filteredOn(each -> "LAUNCHED_AT".equals(each.get("role")))
                .singleElement()
                .satisfies(launch -> {
                    assertThat(in(launch, "subject", "name")).isEqualTo("Net Zero Leaders");
                    assertThat(launch.get("status")).isEqualTo("ANNOUNCED");
                });
    }

    @Test
    void theJapaneseRouteRunsThroughTheCircleAndHasBeenOpenSinceItsLaunch() {
        var answer = graphQl.documentName("08-japanese-route-into-race-to-zero").execute();
        answer.path("campaign.entryRoutes[0].steps[*].id")
                .entityList(String.class)
                .containsExactly("jci", "jci-race-to-zero-circle", "race-to-zero");
        answer.path("campaign.entryRoutes[0].openSince").entity(String.class).isEqualTo("2020-12-17");
        answer.path("campaign.entryRoutes[0].condition.criteria[*].name")
                .entityList(String.class)
                .containsExactly("Pledge", "Plan", "Proceed", "Publish", "Persuade");
        assertThat(maps(answer, "organization.memberships.nodes"))
                .extracting(m -> m.get("role"), m -> in(m, "organization", "id"), m -> m.get("validFrom"))
                .containsExactly(
                        tuple("SECTION", "jci", null), tuple("OFFICIAL_PARTNER", "race-to-zero", "2020-12-17"));
    }

    @Test
    void everyFigureComesWithItsUnitComparatorAndDay() {
        var figures = maps(graphQl.documentName("15-every-number-stated").execute(), "figures.nodes");
        assertThat(figures)
                .extracting(
                        f -> in(f, "about", "name"),
                        f -> f.get("comparator"),
                        f -> String.valueOf(f.get("value")),
                        f -> f.get("unit"),
                        f -> in(f, "scope", "name"),
                        f -> f.get("asOf"))
                .contains(
                        tuple("Race to Zero", "MORE_THAN", "11000", "members", null, "2022-12-31"),
                        tuple("Cities Race to Zero", "EXACTLY", "1000", "cities", null, null),
                        tuple("Cities Race to Zero", "MORE_THAN", "1000", "communities", null, null),
                        tuple("C40 Cities", "NEARLY", "100", "mayors", null, null),
                        tuple("Race to Resilience", "EXACTLY", "4000000000", "people", null, null),
                        tuple("Cities Race to Zero", "EXACTLY", "8", "communities", "Massachusetts", null),
                        tuple("Cities Race to Zero", "EXACTLY", "9", "communities", "Massachusetts", null),
                        tuple("RAMCC Trust Fund", "EXACTLY", "12", "municipalities", "Argentina", null));
        assertThat(figures)
                .extracting(f -> String.valueOf(f.get("asOf")).replaceFirst("/.*", ""))
                .filteredOn(day -> day.startsWith("1") || day.startsWith("2"))
                .extracting(day -> day + "-01-01".substring(day.length() == 4 ? 0 : day.length() == 7 ? 3 : 6))
                .as("by the first day that is possible")
                .isSorted();
    }

    @Test
    void theMapAroundRaceToZeroShowsItsPartnersMembersAndTheirNetworks() {
        var answer = graphQl.documentName("10-around-race-to-zero").execute();
        var nodes = maps(answer, "graph.nodes");
        assertThat(nodes.get(0))
                .containsEntry("id", "race-to-zero")
                .containsEntry("caption", "Race to Zero")
                .containsEntry("group", "CAMPAIGN");
        assertThat(nodes)
                .hasSizeGreaterThan(500)
                .extracting(node -> node.get("id"))
                .contains("cities-race-to-zero", "c40", "jci-race-to-zero-circle", "boston", "medford")
                .doesNotHaveDuplicates();
        assertThat(maps(answer, "graph.relationships"))
                .hasSizeGreaterThan(812)
                .extracting(edge -> edge.get("from"), edge -> edge.get("to"), edge -> edge.get("caption"))
                .contains(
                        tuple("cities-race-to-zero", "race-to-zero", "track"),
                        tuple("boston", "cities-race-to-zero", "member"),
                        tuple("jci-race-to-zero-circle", "race-to-zero", "official partner"));
        answer.path("graph.stats.cutOff").entity(Boolean.class).isEqualTo(false);
    }

    @Test
    void nineCommunitiesAreInTheTrackAndOnlyBostonIsRecordedInC40() {
        var answer = graphQl.documentName("11-massachusetts-in-sets").execute();
        assertThat(maps(answer, "incidence.columns"))
                .extracting(column -> column.get("id"), column -> column.get("recorded"))
                .containsExactly(tuple("c40", 1), tuple("iclei", 0), tuple("gcom", 7), tuple("cities-race-to-zero", 9));
        assertThat(maps(answer, "incidence.rows"))
                .extracting(row -> row.get("name"), row -> row.get("sets"), row -> row.get("values"))
                .contains(
                        tuple("Boston", List.of("c40", "gcom", "cities-race-to-zero"), List.of(1, 0, 1, 1)),
                        tuple("Medford", List.of("gcom", "cities-race-to-zero"), List.of(0, 0, 1, 1)),
                        tuple("Melrose", List.of("cities-race-to-zero"), List.of(0, 0, 0, 1)))
                .hasSize(9);
        assertThat(maps(answer, "incidence.columns"))
                .extracting(column -> in(column, "coverage", "complete"))
                .containsExactly("YES", "NO", "NO", "NO");
    }

    @Test
    void noPairCanBeMeasuredButRecordedMembersAreCounted() {
        var answer = graphQl.documentName("14-overlap-of-pairs").execute();
        var pairs = maps(answer, "overlap.pairs");
        assertThat(pairs).hasSize(10).allSatisfy(pair -> {
            assertThat(pair.get("measurable")).isEqualTo(false);
            assertThat(pair.get("pValue")).isNull();
            assertThat((String) pair.get("reason")).contains("no complete list of members");
        });
        assertThat(pairs)
                .extracting(
                        pair -> in(pair, "a", "id"),
                        pair -> in(pair, "b", "id"),
                        pair -> pair.get("intersection"),
                        pair -> pair.get("union"))
                .containsExactly(
                        tuple("c40", "iclei", 10, 158),
                        tuple("c40", "gcom", 72, 9900),
                        tuple("c40", "uclg", 1, 97),
                        tuple("c40", "race-to-zero", 84, 315),
                        tuple("iclei", "gcom", 58, 9888),
                        tuple("iclei", "uclg", 1, 71),
                        tuple("iclei", "race-to-zero", 21, 352),
                        tuple("gcom", "uclg", 1, 9875),
                        tuple("gcom", "race-to-zero", 193, 9984),
                        tuple("uclg", "race-to-zero", 1, 302));
        assertThat(pairs.get(3))
                .containsEntry("jaccard", 84 / 315.0)
                .containsEntry("overlapCoefficient", 84 / 97.0)
                .containsEntry("containmentAinB", 84 / 97.0);
        answer.path("overlap.sets[*].size").entityList(Integer.class).containsExactly(97, 71, 9875, 1, 302);
        answer.path("overlap.universe.size").entity(Integer.class).isEqualTo(10005);
    }

    private static List<Map<String, Object>> maps(GraphQlTester.Response answer, String path) {
        return answer.path(path)
                .entity(new ParameterizedTypeReference<List<Map<String, Object>>>() {})
                .get();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Map<String, Object> from, String key) {
        return (Map<String, Object>) from.get(key);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> list(Map<String, Object> from, String key) {
        return (List<Map<String, Object>>) from.get(key);
    }

    private static Object in(Map<String, Object> from, String key, String inner) {
        var value = map(from, key);
        return value == null ? null : value.get(inner);
    }

    @SuppressWarnings("unchecked")
    private static List<Object> ids(Object nodes) {
        return ((List<Map<String, Object>>) nodes)
                .stream().map(node -> node.get("id")).toList();
    }
}
