package io.throughline.model.membership;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.GraphTest;
import io.throughline.reference.date.PartialDate;
import io.throughline.reference.date.Truth;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/** When memberships held; {@link KnownAtTests} covers when that was recorded. */
@GraphTest
class TimeTests extends Counting {

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
    void whetherAMembershipHoldsFollowsFromItsDatesAndSightings(String day) {
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

    @Tag("full") // plans a statement for each field
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
    void anAgentThatLeftWasAMemberOnEarlierDays() {
        driver.executableQuery("""
                        MATCH (c40:Entity {id: 'c40'})
                        CREATE (:Entity:Agent:LocalGovernment:City {
                          id: 'time-tests', name: 'Made', sortName: 'made', kind: 'CITY', resolution: 'RESOLVED'
                        })-[:MEMBER_OF {
                          membershipId: 'time-tests-membership', memberId: 'time-tests', organizationId: 'c40', sortName: 'made',
                          role: 'MEMBER', status: 'ENDED', lapsed: true, surelyFrom: date('2010-01-01'), surelyUntil: date('2015-01-01'),
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
    void aSightingInAMonthDoesNotProveASingleDay() {
        var channels =
                "{ at: organization(id: \"regionsadapt\") { at: channels(asOf: \"2023-01-15\", undated: %s) { at: totalCount } } }";
        assertThat(count(channels.formatted("INCLUDE"), "at.at.at")).isEqualTo(55);
        assertThat(count(channels.formatted("EXCLUDE"), "at.at.at")).isZero();
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
                            "{ memberships(first: 500%s%s) { nodes { %s } pageInfo { endCursor hasNextPage } } }"
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

    /**
     * The rule itself, from the dates and every single observation: it held from one sighting, or its start, to the next,
     * unless a source states the opposite of a day in between. What is denied did not hold from one denial to the next.
     */
    private static Truth truth(Record row, LocalDate day) {
        var denied = row.get("status").asString("").equals("NOT_MEMBER");
        var from = PartialDate.parseNullable(text(row.get("validFrom")));
        var to = PartialDate.parseNullable(text(row.get("validTo")));
        var gone = to == null ? dates(row, "gone") : List.of(to);
        var absent = days(dates(row, "absent"));
        if (from != null && from.earliest() != null && day.isBefore(from.earliest())
                || gone.stream().anyMatch(each -> reached(each, day))
                || absent.contains(day)) {
            return Truth.DOES_NOT_HOLD;
        }
        var breaks = days(dates(row, denied ? "seen" : "denied"));
        if (!denied) {
            breaks.addAll(absent);
        }
        var seen = new ArrayList<>(dates(row, denied ? "denied" : "seen"));
        seen.removeIf(each -> isDay(each) && breaks.contains(each.earliest()));
        if (from != null && isDay(from)) {
            seen.add(from);
        }
        var starts = Stream.concat(seen.stream(), Stream.ofNullable(from))
                .filter(each -> reached(each, day))
                .map(PartialDate::latest)
                .toList();
        var lastDays = Stream.concat(
                        seen.stream().map(PartialDate::earliest).filter(Objects::nonNull),
                        Stream.ofNullable(to)
                                .map(PartialDate::earliest)
                                .filter(Objects::nonNull)
                                .map(end -> end.minusDays(1)))
                .filter(each -> !day.isAfter(each))
                .toList();
        var unbroken = starts.stream()
                .anyMatch(start -> lastDays.stream()
                        .anyMatch(last ->
                                breaks.stream().noneMatch(each -> !each.isBefore(start) && !each.isAfter(last))));
        return !unbroken ? Truth.UNKNOWN : denied ? Truth.DOES_NOT_HOLD : Truth.HOLDS;
    }

    private static List<PartialDate> dates(Record row, String key) {
        return row.get(key).asList(each -> PartialDate.parse(each.asString()));
    }

    /** Those that are exact to the day; a month or year proves nothing about a single day in it. */
    private static List<LocalDate> days(List<PartialDate> dates) {
        return dates.stream()
                .filter(TimeTests::isDay)
                .map(PartialDate::earliest)
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static boolean reached(PartialDate date, LocalDate day) {
        return date.latest() != null && !day.isBefore(date.latest());
    }

    private static boolean isDay(PartialDate date) {
        return date.precision() == PartialDate.Precision.DAY;
    }

    private static @Nullable String text(Value value) {
        return value.isNull() ? null : value.asString();
    }

    private List<Record> rows() {
        return driver.executableQuery("""
                        MATCH (membership:Membership)
                        WITH membership,
                             COLLECT {
                               MATCH (membership)<-[stated:SUPPORTS]-(claim:Claim)-[:STATED_IN]->(source:Source)
                               WHERE claim.rank <> 'DEPRECATED'
                                 AND coalesce(membership.startedAfterId, '') <> source.id
                                 AND coalesce(claim.asOf, source.statedAt) IS NOT NULL
                               RETURN {
                                 status: coalesce(stated.status, 'IN_FORCE'),
                                 date: coalesce(claim.asOf, source.statedAt)
                               }
                             } AS stated
                        RETURN membership.id AS id,
                               membership.status AS status,
                               membership.validFrom AS validFrom,
                               membership.validTo AS validTo,
                               [each IN stated WHERE each.status = 'IN_FORCE' | each.date] AS seen,
                               [each IN stated WHERE each.status = 'NOT_MEMBER' | each.date] AS denied,
                               [each IN stated WHERE each.status = 'ENDED' | each.date] AS gone,
                               COLLECT {
                                 MATCH (membership)-[:ORGANIZATION]->(:Organization)<-[:LIST_OF]-(list:MemberList)
                                 MATCH (membership)-[:MEMBER]->(member)
                                 WHERE list.complete = 'YES'
                                   AND membership.role IN ['MEMBER', 'SIGNATORY']
                                   AND NOT EXISTS {
                                     MATCH (member)<-[:MEMBER]-(listed)<-[:SUPPORTS]-(claim:Claim)
                                     WHERE claim.sourceId = list.sourceId
                                       AND listed.organizationId = membership.organizationId
                                       AND listed.role IN ['MEMBER', 'SIGNATORY']
                                   }
                                 RETURN list.asOf
                               } AS absent
                        """).execute().records();
    }
}
