package io.throughline.writing.curation;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.GraphTest;
import io.throughline.infra.cypher.GraphWriter;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.ExecutionGraphQlService;

/** Editors state, correct and retract facts, and readers see all of it. */
@GraphTest
class CurationTests extends CurationTestSupport {

    CurationTests(@Autowired ExecutionGraphQlService graphQl, @Autowired GraphWriter writer) {
        super(graphQl, writer);
    }

    @Test
    void aStatedFactIsReadWithItsSourcePersonAndReason() {
        assertMembership(CITY, "validFrom: \"2021\", comment: \"read on their page\"");
        assertThat(editors.read("""
                        { city(id: "%s") { memberships { nodes { id validFrom revision claims { nodes { source { id } recordedAt } }
                            history { totalCount nodes { kind claim { id } activity { kind action person comment } } } } } } }
                        """.formatted(CITY)))
                .contains(
                        MEMBERSHIP,
                        "\"2021\"",
                        SOURCE,
                        "RECORDED",
                        "ASSERT",
                        "maria",
                        "read on their page",
                        "totalCount\":1");
        assertThat(editors.read("{ activities(first: 1) { nodes { action person } } }"))
                .contains("ASSERT", "maria");
        assertThat(editors.read("{ organization(id: \"%s\") { members { totalCount } } }".formatted(NETWORK)))
                .contains("totalCount\":1");
    }

    @Test
    void refusesTheSameStatementAgainAndPointsToTheClaim() {
        var claim = assertMembership(CITY, "");
        var again = editors.change(
                "assertMembership", membership(CITY, "validFrom: \"2021\""), "claim { id } activity { id }");
        assertThat(again.codes()).containsExactly("ALREADY_STATED");
        assertThat(again.get("claim.id")).isEqualTo(claim);
        assertThat(again.get("activity")).isEqualTo("null");
    }

    @Test
    void reportsAllErrorsAtOnce() {
        var refused = editors.change("assertMembership", """
                {member: "curation-tests-nobody", role: MEMBER, organization: "%s", validFrom: "31/02/2021",
                 evidence: {source: "boston"}}""".formatted(CITY), "membership { id }");
        assertThat(refused.codes())
                .containsExactlyInAnyOrder("DATE_UNREADABLE", "UNKNOWN_ID", "WRONG_KIND", "WRONG_KIND");
        assertThat(refused.text())
                .contains("[\"input\",\"member\"]", "[\"input\",\"validFrom\"]", "[\"input\",\"evidence\",\"source\"]");
        assertThat(editors.change("assertMembership", membership(NETWORK, ""), "claim { id }")
                        .codes())
                .containsExactly("MEMBER_OF_ITSELF");
        assertThat(editors.change(
                                "addCity",
                                "{id: \"boston\", name: \" \", kind: CITY, latitude: 100, longitude: 1, evidence: {source: \"%s\"}}"
                                        .formatted(SOURCE),
                                "city { id }")
                        .codes())
                .containsExactlyInAnyOrder("ID_TAKEN", "NAME_INVALID", "POSITION_INVALID");
    }

    @Test
    void addsAMissingStateWithItsCityAndItsSource() {
        assertThat(editors.read("{ node(id: \"AT-1\") { id } }")).contains("node\":null");
        editors.done("addCity", cityIn("AT-1", "AT"));
        assertThat(editors.read("""
                        { city(id: "%s") { state { id name iso partOf { id } } } claims(where: {id: {eq: "unicode-cldr-48.AT-1.name"}}) { totalCount } }
                        """.formatted(TWIN)))
                .contains(
                        "\"name\":\"Burgenland\"", "\"iso\":\"AT-1\"", "\"partOf\":{\"id\":\"AT\"}", "totalCount\":1");
        editors.admin();
        editors.done("undoActivity", "{activity: \"%s\"}".formatted(lastActivity()));
        assertThat(editors.read("{ node(id: \"AT-1\") { id } city(id: \"%s\") { id } }".formatted(TWIN)))
                .contains("node\":null", "city\":null");
    }

    @Test
    void aCityInAStateIsInItsCountry() {
        var added = editors.done(
                "addCity",
                "{id: \"%s\", name: \"Monza\", kind: CITY, state: \"US-MA\", evidence: {source: \"%s\"}}"
                        .formatted(TWIN, SOURCE),
                "city { country { id } state { id } }");
        assertThat(added.text()).contains("\"country\":{\"id\":\"US\"}", "\"state\":{\"id\":\"US-MA\"}");
    }

    @Test
    void refusesAStateOfAnotherCountryAndSaysWhatIsExpected() {
        var unknown = editors.change("addCity", cityIn("IT-99", "IT"), "city { id }");
        assertThat(unknown.codes()).containsExactly("UNKNOWN_ID");
        assertThat(unknown.text()).contains("[\"input\",\"state\"]", "IT-99", "ISO 3166");
        for (var elsewhere : List.of("US-MA", "IT")) {
            var refused = editors.change("addCity", cityIn(elsewhere, "IT"), "city { id }");
            assertThat(refused.codes()).containsExactly("NOT_IN_COUNTRY");
            assertThat(refused.text()).contains("[\"input\",\"state\"]", elsewhere, "begins with IT-");
        }
    }

    @Test
    void anIdentifierBelongsToOneAgentAndIsWellFormed() {
        var taken = editors.change(
                "addCity",
                cityWithIdentifiers(
                        "{scheme: \"geonames\", value: \"4930956\"}, {scheme: \"iso3166-2\", value: \"US-MA\"}"),
                "city { id }");
        assertThat(taken.codes()).containsExactly("IDENTIFIER_TAKEN");
        assertThat(taken.text()).contains("[\"input\",\"identifiers\"]", "'boston'", "geonames identifier 4930956");
        var wrong = editors.change(
                "addCity",
                cityWithIdentifiers(
                        "{scheme: \"geonames\", value: \"x\"}, {scheme: \"wikidata\", value: \"100\"}, {scheme: \"lei\", value: \" \"}"
                                + ", {scheme: \"unlocode\", value: \"US BOS\"}, {scheme: \"unlocode\", value: \"US NYC\"}"),
                "city { id }");
        assertThat(wrong.codes())
                .containsExactlyInAnyOrder(
                        "IDENTIFIER_INVALID", "IDENTIFIER_INVALID", "IDENTIFIER_INVALID", "IDENTIFIER_REPEATED");
        editors.done("addCity", cityWithIdentifiers("{scheme: \"geonames\", value: \"999999999\"}"));
        assertThat(editors.read("{ city(id: \"%s\") { identifiers { scheme value } } }".formatted(TWIN)))
                .contains("999999999");
    }

    private static String cityWithIdentifiers(String identifiers) {
        return "{id: \"%s\", name: \"Monza e Brianza\", kind: CITY, country: \"IT\", identifiers: [%s], evidence: {source: \"%s\"}}"
                .formatted(TWIN, identifiers, SOURCE);
    }

    private static String cityIn(String state, String country) {
        return "{id: \"%s\", name: \"Monza e Brianza\", kind: CITY, country: \"%s\", state: \"%s\", evidence: {source: \"%s\"}}"
                .formatted(TWIN, country, state, SOURCE);
    }

    @Test
    void aCorrectionSupersedesAClaimThatStaysReadable() {
        var claim = assertMembership(CITY, "validFrom: \"2021\", status: IN_FORCE");
        var corrected = editors.done(
                "supersedeClaim",
                """
                {claim: "%s", membership: {validFrom: "2022-05"}, evidence: {locator: "page 3"}, reason: "misread"}""".formatted(claim),
                "claim { id locator supersedes { id withdrawnReason withdrawnAt supersededBy { id } } }");
        assertThat(corrected.get("claim.supersedes.id")).isEqualTo(claim);
        assertThat(corrected.get("claim.supersedes.withdrawnReason")).isEqualTo("misread");
        assertThat(corrected.get("claim.supersedes.supersededBy.id")).isEqualTo(corrected.get("claim.id"));
        assertThat(editors.read("{ node(id: \"%s\") { ... on Membership { validFrom status sourceCount } } }"
                        .formatted(MEMBERSHIP)))
                .contains("2022-05", "IN_FORCE", "sourceCount\":1");
        assertThat(editors.read("{ node(id: \"%s\") { ... on Claim { withdrawnAt history { nodes { kind } } } } }"
                        .formatted(claim)))
                .contains("SUPERSEDED", "RECORDED");
        assertThat(editors.change(
                                "supersedeClaim",
                                "{claim: \"%s\", membership: {status: ENDED}}".formatted(claim),
                                "claim { id }")
                        .codes())
                .containsExactly("WITHDRAWN");
    }

    @Test
    @Tag("full") // statements for earlier moments take seconds to plan
    void listsAsKnownBeforeACorrectionShowAndFilterTheOldValues() {
        var claim = assertMembership(CITY, "validFrom: \"2021\", status: IN_FORCE");
        var known = now();
        editors.done(
                "supersedeClaim",
                "{claim: \"%s\", membership: {validFrom: \"2022-05\", status: ENDED}}".formatted(claim));
        for (var list : List.of(
                "city(id: \"%s\") { list: memberships".formatted(CITY),
                "organization(id: \"%s\") { list: members".formatted(NETWORK))) {
            var document = """
                    { of: %1$s(knownAt: "%2$s", where: {validFrom: {gte: "2022"}}) { totalCount } }
                      then: %1$s(knownAt: "%2$s") { nodes { id validFrom status } } } }""";
            assertThat(editors.read(document.formatted(list, known)))
                    .contains("totalCount\":0", MEMBERSHIP, "validFrom\":\"2021\"", "IN_FORCE")
                    .doesNotContain("2022", "ENDED");
            assertThat(editors.read(document.formatted(list, now()))).contains("totalCount\":1", "2022-05", "ENDED");
        }
    }

    @Test
    void aNullRemovesAValueAndAnOmittedFieldKeepsIt() {
        var claim = assertMembership(CITY, "validFrom: \"2021\", status: IN_FORCE, area: \"IT\"");
        editors.done("supersedeClaim", "{claim: \"%s\", membership: {validFrom: null, area: null}}".formatted(claim));
        assertThat(editors.read(
                        "{ node(id: \"%s\") { ... on Membership { validFrom validFromSpan { latest } status area { id } } } }"
                                .formatted(MEMBERSHIP)))
                .contains("validFrom\":null", "validFromSpan\":null", "IN_FORCE", "area\":null");
    }

    @Test
    void reportsTheConflictToTheSecondEditor() {
        var claim = assertMembership(CITY, "");
        editors.done(
                "supersedeClaim", "{claim: \"%s\", membership: {status: ENDED}, expectedRevision: 1}".formatted(claim));
        var second = editors.change("assertMembership", membership(CITY, "expectedRevision: 1"), "membership { id }");
        assertThat(second.codes()).containsExactly("CONFLICT");
        assertThat(second.text()).contains("revision 3");
        var third = editors.change(
                "retractClaim",
                "{claim: \"%s.r2\", reason: \"no\", expectedRevision: 1}".formatted(claim),
                "claim { id }");
        assertThat(third.codes()).containsExactly("CONFLICT");
        assertThat(editors.read("{ node(id: \"%s.r2\") { ... on Claim { revision withdrawnAt } } }".formatted(claim)))
                .contains("revision\":3", "withdrawnAt\":null");
    }

    @Test
    void retractingTheOnlyClaimHidesTheMembershipAndTheClaimStaysReadable() {
        var claim = assertMembership(CITY, "");
        editors.done("retractClaim", "{claim: \"%s\", reason: \"never published\"}".formatted(claim));
        assertThat(editors.read("{ node(id: \"%s\") { id } }".formatted(MEMBERSHIP)))
                .contains("node\":null");
        assertThat(editors.read(
                        "{ node(id: \"%s\") { ... on Claim { withdrawnReason history { nodes { kind activity { action } } } } } }"
                                .formatted(claim)))
                .contains("never published", "WITHDRAWN", "RETRACT", "RECORDED", "ASSERT");
        assertThat(editors.read("{ claims(where: {id: {eq: \"%s\"}}) { totalCount } }".formatted(claim)))
                .contains("totalCount\":0");
    }

    @Test
    void aRankIsAClaimOfItsOwnAndDeprecatingTheLastHidesTheMembership() {
        var claim = assertMembership(CITY, "");
        assertThat(editors.change("setRank", "{claim: \"%s\", rank: NORMAL}".formatted(claim), "claim { id }")
                        .codes())
                .containsExactly("ALREADY_STATED");
        var ranked = editors.done(
                "setRank",
                "{claim: \"%s\", rank: DEPRECATED}".formatted(claim),
                "claim { id rank supersedes { id rank } }");
        assertThat(ranked.text()).contains("DEPRECATED", "NORMAL");
        assertThat(editors.read("{ node(id: \"%s\") { id } }".formatted(MEMBERSHIP)))
                .contains("node\":null");
        assertThat(editors.read("{ node(id: \"%s\") { ... on Claim { history { nodes { kind } } } } }"
                        .formatted(ranked.get("claim.id"))))
                .contains("RANKED");
    }

    @Tag("full") // statements for earlier moments take seconds to plan
    @Test
    void knownAtShowsWhatTheClaimsSaidAtThatMoment() {
        var before = now();
        var claim = assertMembership(CITY, "");
        var stated = now();
        var ranked = editors.done("setRank", "{claim: \"%s\", rank: DEPRECATED}".formatted(claim), "claim { id }")
                .get("claim.id");
        var deprecated = now();
        editors.done("setRank", "{claim: \"%s\", rank: NORMAL}".formatted(ranked));
        var again = now();
        editors.done("retractClaim", "{claim: \"%s.r3\", reason: \"no\"}".formatted(claim));
        var retracted = now();
        editors.admin();
        editors.done("undoActivity", "{activity: \"%s\"}".formatted(lastActivity()));
        var undone = now();
        assertThat(List.of(before, stated, deprecated, again, retracted, undone))
                .extracting(this::membersKnownAt)
                .containsExactly(0, 1, 0, 1, 0, 1);
    }

    @Test
    void aStatementIsKeptOnceAndCanBeCorrected() {
        editors.done(
                "assertStatement",
                "{subject: \"%s\", property: \"classification\", value: [\"cities\", \"regions\"], evidence: {source: \"%s\"}}"
                        .formatted(NETWORK, SOURCE));
        var again = editors.change(
                "assertStatement",
                "{subject: \"%s\", property: \"classification\", value: [\"cities\", \"regions\"], evidence: {source: \"%s\"}}"
                        .formatted(NETWORK, SOURCE),
                "claim { id value }");
        assertThat(again.codes()).containsExactly("ALREADY_STATED");
        assertThat(again.text()).contains("[\"cities\",\"regions\"]");
        var other = editors.done(
                "supersedeClaim",
                "{claim: \"%s\", value: \"a network\"}".formatted(again.get("claim.id")),
                "claim { value supersedes { value } }");
        assertThat(other.text()).contains("a network", "cities");
        assertThat(editors.change(
                                "assertStatement",
                                "{subject: \"%s\", property: \"a b\", value: {x: 1}, evidence: {source: \"%s\"}}"
                                        .formatted(NETWORK, SOURCE),
                                "claim { id }")
                        .codes())
                .containsExactlyInAnyOrder("PROPERTY_INVALID", "VALUE_INVALID");
    }

    @Test
    void figuresEventsAndSecretariatsComeWithTheirClaims() {
        editors.done(
                "assertFigure",
                "{about: \"%s\", metric: MEMBER_COUNT, value: 12, comparator: MORE_THAN, unit: \"cities\", evidence: {source: \"%s\", asOf: \"2023\"}}"
                        .formatted(NETWORK, SOURCE));
        editors.done(
                "addSecretariat",
                "{id: \"curation-tests-secretariat\", name: \"Secretariat\", organization: \"%s\", covers: \"IT\", evidence: {source: \"%s\"}}"
                        .formatted(NETWORK, SOURCE));
        editors.done(
                "addEvent",
                "{id: \"curation-tests-event\", name: \"Meeting\", kind: CONFERENCE, dates: \"2024-05\", location: \"IT\", evidence: {source: \"%s\"}}"
                        .formatted(SOURCE));
        var figure = editors.read(
                "{ figures(where: {about: {id: {eq: \"%s\"}}}) { nodes { id value asOf about { id } claims { nodes { id } } } } }"
                        .formatted(NETWORK));
        assertThat(figure).contains("12", "2023", NETWORK, "claims\":{\"nodes\":[{");
        assertThat(editors.read("""
                        { event(id: "curation-tests-event") { name dates claims { totalCount } }
                          organization(id: "%s") {
                            secretariats { totalCount nodes { id covers { id } claims { totalCount } } } } }
                        """.formatted(NETWORK)))
                .contains("Meeting", "2024-05", "curation-tests-secretariat", "IT");
    }

    @Test
    void changesNothingWithoutTheRole() {
        editors.nobody();
        assertThat(editors.text(
                        "mutation { assertMembership(input: %s) { activity { id } } }".formatted(membership(CITY, ""))))
                .contains("UNAUTHORIZED");
        editors.curator();
        assertThat(editors.text(
                        "mutation { mergeAgents(input: {agent: \"%s\", into: \"boston\", reason: \"x\"}) { survivor { id } } }"
                                .formatted(CITY)))
                .contains("FORBIDDEN");
        assertThat(editors.read("{ node(id: \"%s\") { id } }".formatted(MEMBERSHIP)))
                .contains("node\":null");
    }
}
