package io.throughline.membership;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.GraphTest;
import io.throughline.date.PartialDate;
import io.throughline.date.Truth;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.graphql.test.tester.GraphQlTester;

/** Memberships on the two axes of time: when they held, and when that was on record. */
@GraphTest
class TimeTests {

    private static final ParameterizedTypeReference<Map<String, Object>> MAP = new ParameterizedTypeReference<>() {};

    @Autowired
    private GraphQlTester graphQl;

    @Autowired
    private Driver driver;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1990-01-01",
                "2014-06-15",
                "2020-12-16",
                "2020-12-17",
                "2021-10-04",
                "2021-12-31",
                "2022-06-30",
                "2022-12-20",
                "2022-12-31",
                "2023-01-01",
                "2024-11-30",
                "2030-01-01"
            })
    void eachMembershipHoldsByItsDatesAndTheDaysOnWhichSourcesSawIt(String day) {
        var expected = new HashMap<Object, Object>();
        for (var row : rows()) {
            expected.put(
                    row.get("id").asString(), truth(row, LocalDate.parse(day)).name());
        }
        var found = new HashMap<Object, Object>();
        all("", "id holdsAt(date: \"%s\")".formatted(day))
                .forEach(membership -> found.put(membership.get("id"), membership.get("holdsAt")));
        assertThat(found).hasSizeGreaterThan(800).isEqualTo(expected);
        assertThat(ids(day, "EXCLUDE")).containsExactlyInAnyOrderElementsOf(with(expected, "HOLDS"));
        var possible = with(expected, "HOLDS");
        possible.addAll(with(expected, "UNKNOWN"));
        assertThat(ids(day, "INCLUDE")).containsExactlyInAnyOrderElementsOf(possible);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "members",
                "partners",
                "channels",
                "memberships",
                "coverage",
                "routes",
                "memberOf",
                "membershipCount"
            })
    void everyFieldThatListsOrTestsMembershipTakesADay(String field) {
        var surely = "asOf: \"2022-12-20\", undated: EXCLUDE";
        var before = "asOf: \"1990-01-01\", undated: EXCLUDE";
        for (var time : List.of(surely, before)) {
            var count = switch (field) {
                case "members", "partners", "memberships" ->
                    count(
                            "{ at: organization(id: \"race-to-zero\") { at: %s(%s) { at: totalCount } } }"
                                    .formatted(field, time),
                            "at.at.at");
                case "channels" ->
                    count(
                            "{ at: organization(id: \"regionsadapt\") { at: channels(%s) { at: totalCount } } }"
                                    .formatted(time),
                            "at.at.at");
                case "coverage" ->
                    count(
                            "{ at: organization(id: \"race-to-zero\") { at: coverage(%s) { at: known } } }"
                                    .formatted(time),
                            "at.at.at");
                case "routes" ->
                    graphQl.document("{ city(id: \"lima\") { routesTo(organization: \"gcom\", %s) { kind } } }"
                                    .formatted(time.replace("2022-12-20", "2022-12-31")))
                            .execute()
                            .path("city.routesTo")
                            .entityList(Object.class)
                            .get()
                            .size();
                case "memberOf" ->
                    count(
                            "{ at: cities(where: {memberOf: {allOf: [\"race-to-zero\"], %s}}) { at: totalCount } }"
                                    .formatted(time),
                            "at.at");
                default ->
                    count(
                            "{ at: cities(where: {membershipCount: {gte: 1, %s}}) { at: totalCount } }".formatted(time),
                            "at.at");
            };
            if (field.equals("channels")
                    || field.equals("partners")
                    || field.equals("memberships")
                    || field.equals("routes")) {
                assertThat(count).isLessThanOrEqualTo(4);
                assertThat(time.equals(before) ? count : 0).isZero();
            } else {
                assertThat(count > 0).isEqualTo(time.equals(surely));
            }
        }
    }

    @Test
    void whoLeftSinceWasInOnAnEarlierDay() {
        driver.executableQuery("""
                        MATCH (c40:Entity {id: 'c40'})
                        CREATE (:Entity:Agent:LocalGovernment:City {
                          id: 'time-tests', name: 'Made', sortName: 'made', kind: 'CITY', resolution: 'RESOLVED'
                        })-[:MEMBER_OF {
                          membershipId: 'time-tests-membership', memberId: 'time-tests', organizationId: 'c40', sortName: 'made',
                          role: 'MEMBER', status: 'ENDED', surelyFrom: date('2010-01-01'), surelyUntil: date('2015-01-01'),
                          notFrom: date('2015-01-01')
                        }]->(c40)
                        """).execute();
        try {
            var cities = "{ at: cities(where: {id: {eq: \"time-tests\"}, %s}) { at: totalCount } }";
            var in = "memberOf: {allOf: [\"c40\"]%s}";
            var out = "memberOf: {noneOf: [\"c40\"]%s}";
            var count = "membershipCount: {eq: 1%s}";
            for (var day : List.of("2012-06-01", "2020-06-01")) {
                var then = ", asOf: \"%s\"".formatted(day);
                var was = day.startsWith("2012") ? 1 : 0;
                assertThat(count(cities.formatted(in.formatted(then)), "at.at")).isEqualTo(was);
                assertThat(count(cities.formatted(out.formatted(then)), "at.at"))
                        .isEqualTo(1 - was);
                assertThat(count(cities.formatted(count.formatted(then)), "at.at"))
                        .isEqualTo(was);
            }
            assertThat(count(cities.formatted(in.formatted("")), "at.at")).isZero();
        } finally {
            driver.executableQuery("MATCH (made:Entity {id: 'time-tests'}) DETACH DELETE made")
                    .execute();
        }
    }

    @Test
    void aSightingOfAMonthDoesNotTellForADayOfIt() {
        var channels =
                "{ at: organization(id: \"regionsadapt\") { at: channels(asOf: \"2023-01-15\", undated: %s) { at: totalCount } } }";
        assertThat(count(channels.formatted("INCLUDE"), "at.at.at")).isEqualTo(55);
        assertThat(count(channels.formatted("EXCLUDE"), "at.at.at")).isZero();
    }

    @Test
    void whatWasOnRecordByAMomentIsWhatHadBeenRecordedByThen() {
        var recorded = driver.executableQuery("MATCH (claim:Claim) RETURN min(claim.recordedAt) AS first")
                .execute()
                .records()
                .get(0)
                .get("first")
                .asOffsetDateTime();
        assertThat(knownAt(recorded.minusSeconds(1))).isZero();
        assertThat(knownAt(OffsetDateTime.now(ZoneOffset.UTC)))
                .isEqualTo(count("{ at: memberships { at: totalCount } }", "at.at"));
    }

    @Test
    void fromTheClaimsOfTodayFollowsWhatIsRecordedToday() {
        var fields = """
                id role validFrom validTo status strength sourceCount directness viaStatus position
                holdsAt(date: "2021-10-15") member { id } organization { id } via { id } post { id } area { id } startedAfter { id }
                """;
        var after = "";
        var seen = 0;
        while (after != null) {
            var asked = "{ page: memberships(first: 500, orderBy: {by: VALID_FROM} %s %s) { nodes { " + fields
                    + "} pageInfo { endCursor hasNextPage } } }";
            var today = graphQl.document(asked.formatted(after, "")).execute();
            var nodes = today.path("page.nodes").entityList(MAP).get();
            graphQl.document(asked.formatted(after, "knownAt: \"2100-01-01T00:00:00Z\""))
                    .execute()
                    .path("page.nodes")
                    .entityList(MAP)
                    .isEqualTo(nodes);
            seen += nodes.size();
            after = today.path("page.pageInfo.hasNextPage")
                            .entity(Boolean.class)
                            .get()
                    ? "after: \"%s\""
                            .formatted(today.path("page.pageInfo.endCursor")
                                    .entity(String.class)
                                    .get())
                    : null;
        }
        assertThat(seen).isGreaterThan(800);
    }

    @Test
    void soDoesWhatRanThroughAPartner() {
        var channels =
                "{ of: organization(id: \"regionsadapt\") { channels%s { totalCount memberCount nodes { id validFrom viaStatus } facets(by: COUNTRY) { buckets { value count } } } } }";
        var today = graphQl.document(channels.formatted(""))
                .execute()
                .path("of")
                .entity(MAP)
                .get();
        graphQl.document(channels.formatted("(knownAt: \"2100-01-01T00:00:00Z\")"))
                .execute()
                .path("of")
                .entity(MAP)
                .isEqualTo(today);
        assertThat(today.toString()).contains("totalCount=55");
    }

    @Test
    void whatWasWithdrawnSinceIsShownAsOfThen() {
        driver.executableQuery("""
                        MATCH (boston:Entity {id: 'boston'}), (c40:Entity {id: 'c40'})
                        CREATE (boston)<-[:MEMBER]-(membership:Entity:Withdrawn {
                          id: 'time-tests', memberId: 'boston', organizationId: 'c40', role: 'SUPPORTER', strength: 'STATED',
                          sourceCount: 1, sortName: 'boston', organizationSortName: 'c40 cities',
                          recordedAt: datetime('2001-01-01'), withdrawnAt: datetime('2003-01-01')
                        })-[:ORGANIZATION]->(c40)
                        CREATE (membership)<-[:SUPPORTS]-(claim:Entity:Withdrawn {
                          id: 'time-tests-claim', recordedAt: datetime('2001-01-01'), withdrawnAt: datetime('2003-01-01'),
                          rank: 'NORMAL', strength: 'STATED'
                        })
                        CREATE (claim)-[:STATED_IN]->(:Entity:Source {id: 'time-tests-source'})
                        """).execute();
        try {
            for (var list : List.of(
                    "city(id: \"boston\") { list: memberships",
                    "organization(id: \"c40\") { list: members",
                    "organization(id: \"c40\") { list: partners")) {
                var document =
                        "{ of: %s(knownAt: \"%s\") { nodes { id } facets(by: ROLE) { buckets { value count } } } } }";
                var then = graphQl.document(document.formatted(list, "2002-01-01T00:00:00Z"))
                        .execute();
                then.path("of.list.nodes[*].id").entityList(String.class).containsExactly("time-tests");
                then.path("of.list.facets[0].buckets[*].value")
                        .entityList(String.class)
                        .containsExactly("SUPPORTER");
                graphQl.document(document.formatted(list, "2004-01-01T00:00:00Z"))
                        .execute()
                        .path("of.list.nodes")
                        .entityList(Object.class)
                        .hasSize(0);
            }
            assertThat(knownAt(OffsetDateTime.parse("2002-01-01T00:00:00Z"))).isEqualTo(1);
        } finally {
            driver.executableQuery("MATCH (made:Entity) WHERE made.id STARTS WITH 'time-tests' DETACH DELETE made")
                    .execute();
        }
    }

    private int knownAt(OffsetDateTime moment) {
        return count("{ at: memberships(knownAt: \"%s\") { at: totalCount } }".formatted(moment), "at.at");
    }

    private int count(String document, String path) {
        return graphQl.document(document)
                .execute()
                .path(path)
                .entity(Integer.class)
                .get();
    }

    private List<Object> ids(String day, String undated) {
        return all(", asOf: \"%s\", undated: %s".formatted(day, undated), "id").stream()
                .map(membership -> membership.get("id"))
                .toList();
    }

    private List<Map<String, Object>> all(String arguments, String fields) {
        var found = new ArrayList<Map<String, Object>>();
        var after = "";
        while (true) {
            var page = graphQl.document(
                            "{ memberships(first: 200%s%s) { nodes { %s } pageInfo { endCursor hasNextPage } } }"
                                    .formatted(after, arguments, fields))
                    .execute();
            found.addAll(page.path("memberships.nodes").entityList(MAP).get());
            if (!page.path("memberships.pageInfo.hasNextPage")
                    .entity(Boolean.class)
                    .get()) {
                return found;
            }
            after = ", after: \"%s\""
                    .formatted(page.path("memberships.pageInfo.endCursor")
                            .entity(String.class)
                            .get());
        }
    }

    private static List<Object> with(Map<Object, Object> truths, String truth) {
        return new ArrayList<>(truths.entrySet().stream()
                .filter(each -> each.getValue().equals(truth))
                .map(Map.Entry::getKey)
                .toList());
    }

    /** The rule itself, from the dates and every single observation. */
    private static Truth truth(Record row, LocalDate day) {
        var from = PartialDate.parseNullable(text(row.get("validFrom")));
        var to = PartialDate.parseNullable(text(row.get("validTo")));
        var truths = new ArrayList<>(List.of(Truth.on(from, to, List.of(), day)));
        var seen = new ArrayList<>(row.get("seen").asList(each -> PartialDate.parse(each.asString())));
        if (from != null && from.precision() == PartialDate.Precision.DAY) {
            seen.add(from);
        }
        for (var first : seen) {
            truths.add(Truth.on(from, to, first, day));
            // between two sightings it is taken to have gone on
            if (first.latest() != null && !day.isBefore(first.latest())) {
                seen.forEach(last -> truths.add(Truth.on(from == null ? first : from, to, last, day)));
            }
        }
        return truths.contains(Truth.DOES_NOT_HOLD)
                ? Truth.DOES_NOT_HOLD
                : truths.contains(Truth.HOLDS) ? Truth.HOLDS : Truth.UNKNOWN;
    }

    private static @Nullable String text(Value value) {
        return value.isNull() ? null : value.asString();
    }

    private List<Record> rows() {
        return driver.executableQuery("""
                        MATCH (membership:Membership)
                        RETURN membership.id AS id,
                               membership.validFrom AS validFrom,
                               membership.validTo AS validTo,
                               COLLECT {
                                 MATCH (membership)<-[stated:SUPPORTS]-(claim:Claim)-[:STATED_IN]->(source:Source)
                                 WHERE claim.rank <> 'DEPRECATED'
                                   AND coalesce(stated.status, 'IN_FORCE') = 'IN_FORCE'
                                   AND coalesce(claim.asOf, source.statedAt) IS NOT NULL
                                 RETURN coalesce(claim.asOf, source.statedAt)
                               } AS seen
                        """).execute().records();
    }
}
