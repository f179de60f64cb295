package io.throughline.intake.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.StatementLog;
import io.throughline.infra.cypher.GraphWriter;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What can be fetched about agents, and that nothing is said that the graph does not say. */
class DataExtensionTests extends ReconciliationTestBase {

    @Autowired
    private GraphQlTester graphQl;

    @Autowired
    private GraphWriter writer;

    private JsonNode row(String id, String... properties) {
        return extend("{'ids': ['%s'], 'properties': [%s]}"
                        .formatted(
                                id,
                                Arrays.stream(properties)
                                        .map("{'id': '%s', 'settings': {'organization': 'race-to-zero'}}"::formatted)
                                        .collect(Collectors.joining(", "))))
                .path("rows")
                .path(id);
    }

    private static List<String> texts(JsonNode values) {
        return values.valueStream()
                .map(value -> value.path("str").asString(value.path("id").asString("")))
                .toList();
    }

    @Test
    void givesIdsPlaceAndPopulation() {
        var row = row(
                "somerville", "id", "country", "state", "kind", "latitude", "longitude", "coordinates", "population");
        assertThat(texts(row.path("id"))).containsExactly("somerville");
        assertThat(row.path("country").path(0).path("id").asString()).isEqualTo("US");
        assertThat(row.path("state").path(0).path("name").asString()).isEqualTo("Massachusetts");
        assertThat(texts(row.path("kind"))).containsExactly("COMMUNITY");
        assertThat(row.path("latitude").path(0).path("float").asDouble()).isBetween(42.3, 42.5);
        assertThat(texts(row.path("coordinates")).get(0)).matches("42\\.\\d+,-71\\.\\d+");
        assertThat(row.path("population").path(0).path("int").isIntegralNumber())
                .isTrue();
    }

    @Test
    void givesTheValuesThatGraphQlGives() {
        var expected = graphQl.document("""
                        { city(id: "oslo") {
                            memberships(first: 100, roles: [MEMBER, SIGNATORY]) { nodes { organization { id } } }
                            identifiers { value }
                            pledges { text }
                        } }""").execute();
        var row = row("oslo", "membership.organization", "geonames", "target");
        assertThat(texts(row.path("membership.organization")))
                .isEqualTo(expected.path("city.memberships.nodes[*].organization.id")
                        .entityList(String.class)
                        .get())
                .contains("c40", "race-to-zero");
        assertThat(expected.path("city.identifiers[*].value")
                        .entityList(String.class)
                        .get())
                .containsAll(texts(row.path("geonames")));
        assertThat(texts(row.path("target")))
                .isEqualTo(expected.path("city.pledges[*].text")
                        .entityList(String.class)
                        .get());
    }

    @Test
    void columnsOfMembershipsStayInLineAndUnknownIsEmpty() {
        var row = row(
                "boston",
                "membership.organization",
                "membership.role",
                "membership.via",
                "membership.viaStatus",
                "membership.directness",
                "membership.validFrom",
                "membership.status",
                "membership.strength");
        var count = row.path("membership.organization").size();
        assertThat(count).isPositive();
        assertThat(row.valueStream().map(JsonNode::size)).containsOnly(count);
        var inRaceToZero = texts(row.path("membership.organization")).indexOf("race-to-zero");
        assertThat(row.path("membership.via").path(inRaceToZero).isEmpty())
                .as("no source says through whom")
                .isTrue();
        assertThat(texts(row.path("membership.viaStatus")).get(inRaceToZero)).isEqualTo("NOT_STATED");
    }

    @Test
    void aFounderIsNotListedAsAMember() {
        var row = row("boston", "membership.organization", "memberships");
        assertThat(texts(row.path("membership.organization"))).doesNotContain("carbon-neutral-cities-alliance");
        assertThat(texts(row.path("memberships"))).contains("Carbon Neutral Cities Alliance: founder");
    }

    @Test
    void aNamedPartnerIsGivenAsTheRouteOfItsMembership() {
        var row = row("alberta", "membership.organization", "membership.via", "memberships");
        var at = texts(row.path("membership.organization")).indexOf("race-to-resilience");
        assertThat(texts(row.path("membership.via")).get(at)).isEqualTo("RegionsAdapt");
        assertThat(texts(row.path("memberships")))
                .anySatisfy(line -> assertThat(line).startsWith("Race to Resilience: member, via RegionsAdapt"));
    }

    @Test
    void possibleRoutesAreNotGiven() {
        var boston = row("boston", "route.kind", "route.via", "route.note");
        assertThat(texts(boston.path("route.kind"))).containsExactly("STATED", "IMPLIED");
        assertThat(texts(boston.path("route.via"))).containsExactly("", "Cities Race to Zero");
        graphQl.document("""
                        { city(id: "boston") { routesTo(organization: "race-to-zero", kinds: [POSSIBLE]) { kind } } }""")
                .execute()
                .path("city.routesTo")
                .entityList(Object.class)
                .satisfies(possible -> assertThat(possible).isNotEmpty());
    }

    @Test
    void membershipsThatAreNotInForceAreNotListedByOrganizationAlone() {
        assertThat(MembershipText.isMember(membership("MEMBER", "IN_FORCE", "UNKNOWN")))
                .isTrue();
        assertThat(MembershipText.isMember(membership("SIGNATORY", null, "HOLDS")))
                .isTrue();
        assertThat(MembershipText.isMember(membership("MEMBER", "ENDED", "UNKNOWN")))
                .isFalse();
        assertThat(MembershipText.isMember(membership("MEMBER", "ANNOUNCED", "UNKNOWN")))
                .isFalse();
        assertThat(MembershipText.isMember(membership("MEMBER", "NOT_MEMBER", "UNKNOWN")))
                .isFalse();
        assertThat(MembershipText.isMember(membership("MEMBER", null, "DOES_NOT_HOLD")))
                .isFalse();
        assertThat(MembershipText.isMember(membership("PARTNER", "IN_FORCE", "HOLDS")))
                .isFalse();
        assertThat(MembershipText.line(membership("MEMBER", "NOT_MEMBER", "UNKNOWN")))
                .isEqualTo("Network X: member, denied by a source");
    }

    @Test
    void aMembershipThatALaterCompleteListDoesNotHaveIsNotListedByOrganizationAlone() {
        var lapsed = ((ObjectNode) membership("MEMBER", "IN_FORCE", "UNKNOWN")).put("lapsed", true);
        assertThat(MembershipText.isMember(lapsed)).isFalse();
        assertThat(MembershipText.line(lapsed)).isEqualTo("Network X: member, not in a later complete list");
    }

    private static JsonNode membership(String role, @Nullable String status, String holdsToday) {
        var membership = JsonNodeFactory.instance.objectNode().put("role", role).put("status", status);
        membership.put("holdsToday", holdsToday).putObject("organization").put("name", "Network X");
        return membership;
    }

    @Test
    void aPlaceOfTheGazetteerHasWhatTheGazetteerSaysAndNoThroughlineId() {
        var row = row(
                "geonames:3164433", "id", "country", "geonames", "coordinates", "memberships", "target", "route.kind");
        assertThat(row.path("id").isEmpty()).isTrue();
        assertThat(row.path("country").path(0).path("name").asString()).isEqualTo("Italy");
        assertThat(texts(row.path("geonames"))).containsExactly("3164433");
        assertThat(texts(row.path("coordinates")).get(0)).startsWith("43.");
        assertThat(row.path("memberships").isEmpty()).isTrue();
        assertThat(row.path("target").isEmpty()).isTrue();
    }

    @Test
    void aPlaceThatHasAnIdByNowIsFoundUnderIt() {
        var row = row("geonames:4930956", "id", "membership.organization");
        assertThat(texts(row.path("id"))).containsExactly("boston");
        assertThat(texts(row.path("membership.organization"))).contains("c40");
    }

    @Test
    void anUnknownIdHasEmptyValuesAndDoesNotSpoilTheOthers() {
        var rows = extend("{'ids': ['no-such-city', '<b>', '', 'boston'], 'properties': [{'id': 'id'}]}")
                .path("rows");
        assertThat(rows.propertyNames()).containsExactly("no-such-city", "<b>", "", "boston");
        assertThat(rows.path("no-such-city").path("id").isEmpty()).isTrue();
        assertThat(rows.path("<b>").path("id").isEmpty()).isTrue();
        assertThat(texts(rows.path("boston").path("id"))).containsExactly("boston");
    }

    @Test
    void givesAsManyRowsAsNodesAndNoMore() {
        var ids = IntStream.range(0, 201).mapToObj("\"x-%d\""::formatted).collect(Collectors.joining(", "));
        var refused = form("extend", "{\"ids\": [%s], \"properties\": []}".formatted(ids));
        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(refused.body()).contains("extend.ids has 201 ids", "at most 200");
    }

    @Test
    void everyPropertyCanBeFetchedForTheMostRowsInStatementsThatDoNotGrow() {
        var many = graphQl.document("{ cities(first: 190) { nodes { id } } }")
                .execute()
                .path("cities.nodes[*].id")
                .entityList(String.class)
                .get();
        assertThat(statements(many)).isEqualTo(statements(List.of("boston", "geonames:3164433")));
    }

    private List<String> statements(List<String> ids) {
        var query = "{'ids': [%s, 'geonames:3164433'], 'properties': [%s]}"
                .formatted(
                        ids.stream().map("'%s'"::formatted).collect(Collectors.joining(", ")),
                        Arrays.stream(AgentProperty.values())
                                .map(property -> "{'id': '%s', 'settings': {'organization': 'race-to-zero'}}"
                                        .formatted(property.id()))
                                .collect(Collectors.joining(", ")));
        extend(query);
        try (var log = StatementLog.afterWrite(writer)) {
            extend(query);
            return log.runs();
        }
    }
}
