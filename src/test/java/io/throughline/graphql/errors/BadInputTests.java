package io.throughline.graphql.errors;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.GraphTest;
import io.throughline.StatementLog;
import io.throughline.infra.cypher.GraphWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;

@GraphTest
class BadInputTests {

    @Autowired
    private GraphQlTester graphQl;

    @Autowired
    private GraphWriter writer;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ found: city(id: \"atlantis\") { name } }",
                "{ found: campaign(id: \"c40\") { name } }",
                "{ found: network(id: \"boston\") { name } }",
                "{ found: event(id: \"no-such-event\") { name } }",
                "{ found: place(id: \"boston\") { name } }",
                "{ found: person(id: \"no-such-person\") { name } }",
                "{ found: source(id: \"boston\") { title } }",
                "{ found: claim(id: \"claim-0.00\") { property } }",
                "{ found: instrument(id: \"cop26\") { name } }",
                "{ found: secretariat(id: \"gcom\") { name } }",
                "{ found: node(id: \"no-such-thing\") { id } }"
            })
    void anUnknownIdGivesNullWithoutAnError(String document) {
        graphQl.document(document).execute().path("found").valueIsNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ city(id: \"\") { name } } | id | BAD_ARGUMENT | id is \"\"; expected an id such as race-to-zero, boston or US-MA",
                "{ city(id: \"<b>\") { name } } | id | BAD_ARGUMENT | id is \"<b>\"; expected an id such as race-to-zero, boston or US-MA",
                "{ disagreements(about: \"\\n\") { note } } | about | BAD_ARGUMENT | expected an id",
                "{ cities(first: -1) { totalCount } } | first | BAD_ARGUMENT | first is -1; expected a whole number from 0 to 500",
                "{ cities(first: 501) { totalCount } } | first | BAD_ARGUMENT | first is 501; expected a whole number from 0 to 500",
                "{ cities(after: \"nonsense\") { totalCount } } | after | BAD_ARGUMENT | after is \"nonsense\"; expected a cursor from pageInfo or an edge of the same list in the same order",
                "{ cities(last: 1000) { totalCount } } | last | BAD_ARGUMENT | last is 1000; expected a whole number from 0 to 500",
                "{ cities(first: 2147483647) { totalCount } } | first | BAD_ARGUMENT | first is 2147483647; expected a whole number from 0 to 500",
                "{ cities(after: \"\") { totalCount } } | after | BAD_ARGUMENT | expected a cursor",
                "{ cities(after: \"AAAA\") { totalCount } } | after | BAD_ARGUMENT | expected a cursor",
                "{ cities(before: \"_wD-\") { totalCount } } | before | BAD_ARGUMENT | expected a cursor",
                "{ cities(first: 1, last: 1) { totalCount } } | last | BAD_ARGUMENT | last is 1; expected either first and after, or last and before",
                "{ city(id: \"boston\") { memberships(after: \"%%\") { totalCount } } } | after | BAD_ARGUMENT | after is \"%%\"",
                "{ cities(orderBy: {by: NAME, counting: {}}) { totalCount } } | counting | BAD_ARGUMENT | counting is given with by: NAME, which does not use it; expected it only with by: MEMBERSHIP_COUNT; leave it out, or sort by one of these",
                "{ organizations(orderBy: [{by: MEMBER_COUNT, counting: {}}, {by: KIND, counting: {}}]) { totalCount } } | counting | BAD_ARGUMENT | expected it only with by: CHANNEL_COUNT or MEMBERSHIP_COUNT or MEMBER_COUNT; leave it out",
                "{ graph(roots: []) { stats { note } } } | roots | BAD_ARGUMENT | roots is an empty list; expected 1 to 200 ids of organizations, cities or regions, e.g. [\"c40\"], and no more than maxNodes (500)",
                "{ graph(roots: [\"c40\", \"boston\"], maxNodes: 1) { stats { note } } } | roots | BAD_ARGUMENT | roots is a list of 2; expected 1 to 200 ids",
                "{ graph(roots: [\"c40\"], roles: []) { stats { note } } } | roles | BAD_ARGUMENT | roles is an empty list; expected at least one role, e.g. [MEMBER, SIGNATORY]; leave roles out for all but FOUNDER and BOARD_MEMBER",
                "{ event(id: \"session-resilient-just-future\") { startsAt(zone: \"Mars\") } } | zone | BAD_ARGUMENT | zone is \"Mars\"; expected a time zone"
            })
    void namesABadArgumentItsValueAndWhatIsExpected(String document, String argument, String code, String message) {
        graphQl.document(document)
                .execute()
                .errors()
                .satisfy(errors -> assertThat(errors).singleElement().satisfies(error -> {
                    assertThat(error.getMessage()).contains(message);
                    assertThat(error.getExtensions())
                            .containsEntry("code", code)
                            .containsEntry("argument", argument);
                }));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ cities(where: {memberOf: {allOf: [\"race-to-zer\"]}}) { totalCount } } | where.memberOf.allOf | race-to-zer: no organization has this id; did you mean race-to-zero?",
                "{ cities(where: {memberOf: {noneOf: [\"c40\", \"Race-To-Zero\"]}}) { totalCount } } | where.memberOf.noneOf | Race-To-Zero: no organization has this id; did you mean race-to-zero?",
                "{ cities(where: {country: {id: {eq: \"jp\"}}}) { totalCount } } | where.country.id.eq | jp: no country has this id; did you mean JP?",
                "{ cities(where: {country: {id: {in: [\"US\", \"Japan\"]}}}) { totalCount } } | where.country.id.in | Japan: no country has this id; did you mean JP?",
                "{ cities(where: {state: {id: {eq: \"us-ma\"}}}) { totalCount } } | where.state.id.eq | us-ma: no state has this id; did you mean US-MA?",
                "{ city(id: \"boston\") { routesTo(organization: \"race-to-zeroo\") { kind } } } | organization | race-to-zeroo: no organization has this id; did you mean race-to-zero?",
                "{ paths(from: \"bostn\", to: \"c40\") { cutOff } } | from | bostn: nothing has this id; did you mean boston or boston-gb?",
                "{ pledges(where: {under: {id: {eq: \"race-to-zeroo\"}}}) { totalCount } } | where.under.id.eq | race-to-zeroo: no organization has this id; did you mean race-to-zero?",
                "{ timeline(about: [\"atlantis\"]) { totalCount } } | about | atlantis: nothing has this id",
                "{ disagreements(about: \"gcomm\") { note } } | about | gcomm: nothing has this id; did you mean gcom?",
                "{ graph(roots: [\"ramc\"]) { stats { note } } } | roots | ramc: nothing has this id; did you mean ramcc",
                "{ cities(where: {country: {id: {eq: \"USA\"}}}) { totalCount } } | where.country.id.eq | USA: no country has this id; did you mean US?",
                "{ cities(where: {country: {iso: {eq: \"jp\"}}}) { totalCount } } | where.country.iso.eq | jp: no country or subdivision has this id; did you mean JP?",
                "{ places(where: {iso: {in: [\"US-MA\", \"US-XX\"]}}) { totalCount } } | where.iso.in | US-XX: no country or subdivision has this id",
                "{ timeline(sources: [\"text-mm\"]) { totalCount } } | sources | text-mm: no source has this id; did you mean text-mma"
            })
    void anIdThatNothingHasIsAnErrorWithSuggestions(String document, String argument, String message) {
        graphQl.document(document)
                .execute()
                .errors()
                .satisfy(errors -> assertThat(errors).singleElement().satisfies(error -> {
                    assertThat(error.getMessage()).startsWith(message);
                    assertThat(error.getExtensions())
                            .containsEntry("code", "UNKNOWN_ID")
                            .containsEntry("argument", argument);
                }));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ city(id: \"boston\") { nam } } | Field 'nam' in type 'City' is undefined; did you mean name",
                "{ citys { totalCount } } | did you mean city or cities",
                "{ cities(frist: 1) { totalCount } } | Unknown field argument 'frist'; did you mean first or last?",
                "{ city(id: \"boston\") { memberships(oderBy: []) { totalCount } } } | did you mean orderBy?",
                "{ cities(where: {populaton: {gt: 5}}) { totalCount } } | did you mean population?",
                "{ cities(where: {membrOf: {allOf: []}}) { totalCount } } | did you mean memberOf?",
                "{ memberships(where: {role: {eq: MEMBR}}) { totalCount } } | did you mean MEMBER?",
                "{ node(id: \"c40\") { ... on Netwrk { name } } } | did you mean Network?"
            })
    void suggestsNamesOfTheSchema(String document, String message) {
        graphQl.document(document)
                .execute()
                .errors()
                .satisfy(errors -> assertThat(errors)
                        .anySatisfy(error -> assertThat(error.getMessage()).contains(message)));
    }

    @Test
    void suggestsFieldsOfTheFilterInAVariable() {
        graphQl.document("query($where: CityFilter) { cities(where: $where) { totalCount } }")
                .variable("where", Map.of("membrOf", Map.of("allOf", List.of())))
                .execute()
                .errors()
                .satisfy(errors -> assertThat(errors).singleElement().satisfies(error -> {
                    assertThat(error.getMessage()).contains("'membrOf'", "did you mean memberOf?");
                    assertThat(error.getExtensions()).containsEntry("suggestions", List.of("memberOf"));
                }));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{ xylophone }", "{ city(id: \"boston\") { qqqqqq } }"})
    void suggestsNothingFarFromTheSchema(String document) {
        graphQl.document(document)
                .execute()
                .errors()
                .satisfy(errors -> assertThat(errors).singleElement().satisfies(error -> {
                    assertThat(error.getMessage()).doesNotContain("did you mean");
                    assertThat(error.getExtensions()).doesNotContainKey("suggestions");
                }));
    }

    @Test
    void lookingUpAnUnknownIdGivesNullAndSimilarIds() {
        var response = graphQl.document(
                        "{ town: city(id: \"bostn\") { name } nodes(ids: [\"c40\", \"race-to-zer\"]) { id } city(id: \"c40\") { name } }")
                .execute();
        response.path("town").valueIsNull();
        assertThat(response.returnResponse().getExtensions().get("suggestions"))
                .isEqualTo(List.of(
                        Map.of("path", List.of("town"), "id", "bostn", "suggestions", List.of("boston", "boston-gb")),
                        Map.of(
                                "path",
                                List.of("nodes", 1),
                                "id",
                                "race-to-zer",
                                "suggestions",
                                List.of("race-to-zero"))));
    }

    @Test
    void aFieldOfManyRowsAsksOnceForAnUnknownId() {
        try (var log = StatementLog.afterWrite(writer)) {
            graphQl.document("{ cities(first: 50) { nodes { routesTo(organization: \"race-to-zer\") { kind } } } }")
                    .execute()
                    .errors()
                    .satisfy(errors -> assertThat(errors).hasSize(50));
            assertThat(log.runs()).filteredOn(run -> run.startsWith("search/")).containsExactly("search/ids-like ×1");
        }
    }

    @Test
    void reportsAnExceededLimitAsNumbers() {
        graphQl.document("{ cities(first: 501) { totalCount } }")
                .execute()
                .errors()
                .satisfy(errors -> assertThat(errors).singleElement().satisfies(error -> {
                    assertThat(error.getExtensions())
                            .containsEntry("limitName", "page-size")
                            .containsEntry("limit", 500L)
                            .containsEntry("requested", 501L);
                    assertThat(error.getPath()).isEqualTo("cities");
                }));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ campaign(id: \"race-to-zero\") { criteria(asOf: \"2021-13-01\") { name } } } | asOf | GRAPHQL_VALIDATION_FAILED",
                "{ campaign(id: \"race-to-zero\") { criteria(asOf: \"2021-02-30\") { name } } } | asOf | GRAPHQL_VALIDATION_FAILED",
                "{ timeline(from: \"2021-13\") { totalCount } } | from | GRAPHQL_VALIDATION_FAILED",
                "{ campaign(id: \"race-to-zero\") { criteria(asOf: \"yesterday\") { name } } } | asOf | GRAPHQL_VALIDATION_FAILED",
                "{ cities(first: \"ten\") { totalCount } } | first | GRAPHQL_VALIDATION_FAILED",
                "{ organizations(where: {kind: {eq: CLUB}}) { totalCount } } | kind | GRAPHQL_VALIDATION_FAILED",
                "{ city { name } } | id | GRAPHQL_VALIDATION_FAILED",
                "{ town { name } } | town | GRAPHQL_VALIDATION_FAILED",
                "{ cities( | | GRAPHQL_PARSE_FAILED"
            })
    void anInvalidDocumentHasACode(String document, String named, String code) {
        graphQl.document(document)
                .execute()
                .errors()
                .satisfy(errors -> assertThat(errors).singleElement().satisfies(error -> {
                    assertThat(error.getExtensions()).containsEntry("code", code);
                    assertThat(error.getMessage()).contains(named == null ? "" : named);
                    assertThat(error.getMessage()).doesNotContain("Exception", "java.");
                }));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{ campaign(id: \"race-to-zero\") { criteria(asOf: \"-2021-01-01\") { name } } } | [campaign, criteria] | asOf | argument 'asOf' with value \"-2021-01-01\" is not a valid 'Date' - expected a day such as 2021-07-08 in the years 0001 to 9999",
                "{ memberships(asOf: \"+12021-01-01\") { totalCount } } | [memberships] | asOf | expected a day such as 2021-07-08 in the years 0001 to 9999",
                "{ memberships(asOf: \"0000-01-01\") { totalCount } } | [memberships] | asOf | expected a day such as 2021-07-08 in the years 0001 to 9999",
                "{ memberships(knownAt: \"yesterday\") { totalCount } } | [memberships] | knownAt | argument 'knownAt' with value \"yesterday\" is not a valid 'DateTime' - expected a date and time with UTC offset such as 2026-11-22T12:00:00Z in the years 0001 to 9999",
                "{ memberships(knownAt: \"+12021-01-01T00:00:00Z\") { totalCount } } | [memberships] | knownAt | expected a date and time",
                "{ timeline(from: 2021) { totalCount } } | [timeline] | from | argument 'from' with value 2021 is not a valid 'PartialDate' - expected, in quotes, a date such as 2021, 2021-10, 2021-07-08, 2021/2027 or ../2021-10-04",
                "{ timeline(from: \"0000\") { totalCount } } | [timeline] | from | '0000' is not a valid date (expected a year from 0001 to 9999)",
                "{ cities(first: \"ten\") { totalCount } } | [cities] | first | argument 'first' with value \"ten\" is not a valid 'Int' - expected a whole number, got a string",
                "{ organizations(where: {kind: {eq: CLUB}}) { totalCount } } | [organizations] | where | argument 'where.kind.eq' with value CLUB is not a valid 'OrganizationKind'",
                "{ organizations(where: {kinds: {eq: NETWORK}, id: {eq: \"it's}\"}}) { totalCount } } | [organizations] | where | argument 'where' with value {kinds:{eq:NETWORK},id:{eq:\"it's}\"}} contains a field not in 'OrganizationFilter': 'kinds'",
                "{ cities(orderBy: {direction: ASC}) { totalCount } } | [cities] | orderBy | argument 'orderBy' with value {direction:ASC} is missing required fields 'by'",
                "{ c: city(id: \"boston\") { ... on City { x: towns } } } | [city, towns] | | Field 'towns' in type 'City' is undefined",
                "query($a: [Int!] = [1, \"x\"]) { cities(where: {id: {in: $a}}) { totalCount } } | | | Bad default value [1,\"x\"] for type '[Int!]'"
            })
    void describesInvalidDocumentsInGraphQlTermsWithTheirPlace(
            String document, String field, String argument, String message) {
        graphQl.document(document)
                .execute()
                .errors()
                .satisfy(errors -> assertThat(errors).first().satisfies(error -> {
                    assertThat(error.getMessage()).contains(message).doesNotContain("Validation error", "Value{");
                    var place = error.getExtensions();
                    assertThat(String.valueOf(place.get("field"))).isEqualTo(String.valueOf(field));
                    assertThat(place.get("argument")).isEqualTo(argument);
                }));
    }

    @ParameterizedTest
    @CsvSource({
        "Date, day, -2021-01-01",
        "DateTime, date and time, +12021-01-01T00:00:00Z",
        "DateTime, date and time, yesterday"
    })
    void checksTheYearsOfDatesInVariables(String type, String kind, String value) {
        graphQl.document("query($date: %s) { memberships(%s: $date) { totalCount } }"
                        .formatted(type, type.equals("Date") ? "asOf" : "knownAt"))
                .variable("date", value)
                .execute()
                .errors()
                .satisfy(errors -> assertThat(errors)
                        .singleElement()
                        .satisfies(error -> assertThat(error.getMessage())
                                .startsWith("Variable 'date' has an invalid value: expected a " + kind)
                                .endsWith("in the years 0001 to 9999")));
    }
}
