package io.throughline.curation;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.GraphTest;
import io.throughline.cypher.GraphWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.ExecutionGraphQlService;

/** Editors state, correct, take back, merge, split and undo; a reader sees all of it. */
@GraphTest
class CurationTests {

    private static final String SOURCE = "curation-tests-source";
    private static final String CITY = "curation-tests-monza";
    private static final String TWIN = "curation-tests-monza-brianza";
    private static final String NETWORK = "curation-tests-network";
    private static final String MEMBERSHIP = CITY + ".member." + NETWORK;

    private final Editors editors;
    private final GraphWriter writer;

    CurationTests(@Autowired ExecutionGraphQlService graphQl, @Autowired GraphWriter writer) {
        this.editors = new Editors(graphQl);
        this.writer = writer;
    }

    @BeforeEach
    void addThings() {
        editors.curator();
        editors.done(
                "addSource",
                "{id: \"%s\", title: \"A list\", licence: \"none\", statedAt: \"2024\"}".formatted(SOURCE));
        editors.done(
                "addOrganization",
                "{id: \"%s\", name: \"Curation Tests\", kind: NETWORK, evidence: {source: \"%s\"}}"
                        .formatted(NETWORK, SOURCE));
        addCity(CITY, "Monza");
    }

    @AfterEach
    void leaveTheGraphAsItWas() {
        editors.nobody();
        writer.write(transaction -> {
            transaction.run("""
                            MATCH (edit:Edit)
                            WITH collect(edit.id) AS edits
                            MATCH (node:Entity)
                            WHERE node.id CONTAINS 'curation-tests' OR node:Edit OR node.activityId IN edits
                            DETACH DELETE node
                            """).consume();
            return transaction
                    .run(
                            "MATCH (node:Entity) WHERE node.recordedBy = 'maria' OR node.withdrawnBy = 'maria' RETURN count(node)")
                    .single();
        });
    }

    private void addCity(String id, String name) {
        editors.done(
                "addCity",
                "{id: \"%s\", name: \"%s\", kind: CITY, country: \"IT\", evidence: {source: \"%s\"}}"
                        .formatted(id, name, SOURCE));
    }

    private String assertMembership(String member, String more) {
        return editors.done("assertMembership", membership(member, more), "claim { id }")
                .get("claim.id");
    }

    private static String membership(String member, String more) {
        return "{member: \"%s\", role: MEMBER, organization: \"%s\", evidence: {source: \"%s\"} %s}"
                .formatted(member, NETWORK, SOURCE, more);
    }

    @Test
    void whatIsStatedIsReadWithItsSourcePersonAndReason() {
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
    void theSameOnceMoreIsRefusedWithTheClaim() {
        var claim = assertMembership(CITY, "");
        var again = editors.change(
                "assertMembership", membership(CITY, "validFrom: \"2021\""), "claim { id } activity { id }");
        assertThat(again.codes()).containsExactly("ALREADY_STATED");
        assertThat(again.get("claim.id")).isEqualTo(claim);
        assertThat(again.get("activity")).isEqualTo("null");
    }

    @Test
    void allThatIsWrongIsToldAtOnce() {
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
    void aStateThatTheGraphHasNoPlaceForComesWithItsCityOnTheWordOfItsSource() {
        assertThat(editors.read("{ node(id: \"IT-34\") { id } }")).contains("node\":null");
        editors.done("addCity", cityIn("IT-34", "IT"));
        assertThat(editors.read("""
                        { city(id: "%s") { state { id name iso partOf { id } } } claims(where: {id: {eq: "unicode-cldr-48.IT-34.name"}}) { totalCount } }
                        """.formatted(TWIN)))
                .contains("\"name\":\"Veneto\"", "\"iso\":\"IT-34\"", "\"partOf\":{\"id\":\"IT\"}", "totalCount\":1");
        editors.admin();
        editors.done("undoActivity", "{activity: \"%s\"}".formatted(lastActivity()));
        assertThat(editors.read("{ node(id: \"IT-34\") { id } city(id: \"%s\") { id } }".formatted(TWIN)))
                .contains("node\":null", "city\":null");
    }

    @Test
    void whatIsNoStateOfTheCountryIsRefusedWithWhatIsExpected() {
        var unknown = editors.change("addCity", cityIn("IT-99", "IT"), "city { id }");
        assertThat(unknown.codes()).containsExactly("UNKNOWN_ID");
        assertThat(unknown.text()).contains("[\"input\",\"state\"]", "IT-99", "ISO 3166");
        for (var elsewhere : List.of("US-MA", "IT")) {
            var refused = editors.change("addCity", cityIn(elsewhere, "IT"), "city { id }");
            assertThat(refused.codes()).containsExactly("NOT_IN_COUNTRY");
            assertThat(refused.text()).contains("[\"input\",\"state\"]", elsewhere, "begins with IT-");
        }
    }

    private static String cityIn(String state, String country) {
        return "{id: \"%s\", name: \"Monza e Brianza\", kind: CITY, country: \"%s\", state: \"%s\", evidence: {source: \"%s\"}}"
                .formatted(TWIN, country, state, SOURCE);
    }

    @Test
    void aCorrectionTakesThePlaceOfAClaimThatStaysReadable() {
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
    void whatWasKnownBeforeACorrectionIsShownAndSoughtAsItWasKnown() {
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
    void whatIsTakenOffIsGoneAndWhatIsLeftOutStays() {
        var claim = assertMembership(CITY, "validFrom: \"2021\", status: IN_FORCE, area: \"IT\"");
        editors.done("supersedeClaim", "{claim: \"%s\", membership: {validFrom: null, area: null}}".formatted(claim));
        assertThat(editors.read(
                        "{ node(id: \"%s\") { ... on Membership { validFrom validFromSpan { latest } status area { id } } } }"
                                .formatted(MEMBERSHIP)))
                .contains("validFrom\":null", "validFromSpan\":null", "IN_FORCE", "area\":null");
    }

    @Test
    void theSecondEditorIsToldOfTheConflict() {
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
    void aRetractedClaimTakesItsMembershipAlongAndIsReadable() {
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
    void aRankIsAClaimOfItsOwnAndTheLastOneDeprecatedTakesTheMembershipAlong() {
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

    @Test
    void whatWasKnownAtAMomentIsWhatTheClaimsOfThatMomentSaid() {
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
    void aStatementIsKeptBesideOthers() {
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
    void aFigureAnEventAndASecretariatComeWithTheirClaims() {
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
                "{ figures(where: {about: {eq: \"%s\"}}) { nodes { id value asOf about { id } claims { nodes { id } } } } }"
                        .formatted(NETWORK));
        assertThat(figure).contains("12", "2023", NETWORK, "claims\":{\"nodes\":[{");
        assertThat(editors.read("""
                        { event(id: "curation-tests-event") { name dates claims { totalCount } }
                          organization(id: "%s") { secretariats { id covers { id } claims { totalCount } } } }
                        """.formatted(NETWORK)))
                .contains("Meeting", "2024-05", "curation-tests-secretariat", "IT");
    }

    @Test
    void mergedAgentsAreOneUnderBothIdsAndTwoAgainWhenUndone() {
        addCity(TWIN, "Monza e Brianza");
        var claim = assertMembership(TWIN, "validFrom: \"2021\"");
        editors.done(
                "assertStatement",
                "{subject: \"%s\", property: \"seat\", value: \"Monza\", evidence: {source: \"%s\"}}"
                        .formatted(TWIN, SOURCE));
        var before = city(TWIN);
        var known = now();
        editors.admin();
        var merged = editors.done(
                "mergeAgents",
                "{agent: \"%s\", into: \"%s\", reason: \"one city\"}".formatted(TWIN, CITY),
                "survivor { id } activity { id }");
        assertThat(merged.get("survivor.id")).isEqualTo(CITY);
        assertThat(city(TWIN)).isEqualTo(city(CITY)).contains(CITY, MEMBERSHIP, "2021", "Monza e Brianza", "seat");
        assertThat(editors.read("""
                        { node(id: "%1$s") { id }
                          memberships(where: {member: {id: {eq: "%1$s"}}}) { nodes { member { id } } }
                          organization(id: "%2$s") { members { nodes { member { id } } } } }
                        """.formatted(TWIN, NETWORK))).contains(CITY).doesNotContain(TWIN);
        assertThat(editors.read("{ node(id: \"%s\") { ... on Claim { supersededBy { id } withdrawnReason } } }"
                        .formatted(claim)))
                .contains("one city");
        assertThat(editors.read(
                        "{ city(id: \"%s\") { history { nodes { kind activity { action } } } } }".formatted(CITY)))
                .contains("MERGED", "MERGE");
        assertThat(membersKnownAt(known)).isEqualTo(1);
        assertThat(editors.read(
                        "{ city(id: \"%s\") { memberships(knownAt: \"%s\") { nodes { validFrom member { id } } } } }"
                                .formatted(CITY, known)))
                .contains("2021", CITY);
        editors.done("undoActivity", "{activity: \"%s\"}".formatted(merged.get("activity.id")));
        assertThat(city(TWIN)).isEqualTo(before);
        assertThat(city(CITY)).contains("\"Monza\"").doesNotContain(NETWORK, "Brianza");
    }

    @Test
    void whatBelongsTogetherOrIsOfAnotherKindIsNotMerged() {
        assertMembership("c40", "");
        editors.admin();
        assertThat(editors.change(
                                "mergeAgents",
                                "{agent: \"c40\", into: \"%s\", reason: \"x\"}".formatted(NETWORK),
                                "survivor { id }")
                        .codes())
                .containsExactly("MEMBER_OF_ITSELF");
        assertThat(editors.change(
                                "mergeAgents",
                                "{agent: \"%s\", into: \"%s\", reason: \"x\"}".formatted(CITY, NETWORK),
                                "survivor { id }")
                        .codes())
                .containsExactly("WRONG_KIND");
        assertThat(editors.change(
                                "mergeAgents",
                                "{agent: \"%1$s\", into: \"%1$s\", reason: \"x\"}".formatted(CITY),
                                "survivor { id }")
                        .codes())
                .containsExactly("SAME_AGENT");
    }

    @Test
    void aSplitLeavesTheIdWithOneAndSaysWhichOthersThereAre() {
        var claim = assertMembership(CITY, "");
        editors.admin();
        editors.done("splitAgent", """
                {agent: "%s", claims: ["%s"], reason: "two places",
                 city: {id: "%s", name: "Monza e Brianza", kind: CITY, country: "IT", evidence: {source: "%s"}}}""".formatted(CITY, claim, TWIN, SOURCE), "agent { id }");
        assertThat(editors.read("{ city(id: \"%s\") { splitInto { id } memberships { totalCount } } }".formatted(CITY)))
                .contains(TWIN, "totalCount\":0");
        assertThat(editors.read("{ city(id: \"%s\") { memberships { totalCount } history { nodes { kind } } } }"
                        .formatted(TWIN)))
                .contains("totalCount\":1", "SPLIT");
        editors.done("undoActivity", "{activity: \"%s\"}".formatted(lastActivity()));
        assertThat(editors.read(
                        "{ a: city(id: \"%s\") { splitInto { id } memberships { totalCount } } b: city(id: \"%s\") { id } }"
                                .formatted(CITY, TWIN)))
                .contains("splitInto\":[]", "totalCount\":1", "b\":null");
        assertThat(editors.change(
                                "splitAgent",
                                "{agent: \"%s\", claims: [\"c40-2024-11.boston\"], reason: \"x\"}".formatted(CITY),
                                "agent { id }")
                        .codes())
                .containsExactly("ONE_OF");
        assertThat(editors.change("splitAgent", """
                                {agent: "%s", claims: ["c40-2024-11.boston"], reason: "x",
                                 city: {id: "curation-tests-other", name: "X", kind: CITY, evidence: {source: "%s"}}}""".formatted(CITY, SOURCE), "agent { id }")
                        .codes())
                .containsExactly("NOT_OF_AGENT");
        var taken = editors.change("splitAgent", """
                {agent: "%s", claims: ["%s"], reason: "x",
                 city: {id: "boston", name: "X", kind: CITY, evidence: {source: "%s"}}}""".formatted(CITY, claim + ".r3", SOURCE), "agent { id }");
        assertThat(taken.codes()).containsExactly("ID_TAKEN");
        assertThat(taken.text()).contains("[\"input\",\"city\",\"id\"]");
    }

    @Test
    void anEditIsUndoneOnceAndAClaimOfTheDatasetComesBack() {
        var claim = "c40-2024-11.boston";
        editors.done("retractClaim", "{claim: \"%s\", reason: \"x\"}".formatted(claim));
        var activity = lastActivity();
        editors.admin();
        editors.done("undoActivity", "{activity: \"%s\"}".formatted(activity));
        assertThat(editors.read("{ node(id: \"%s.r2\") { ... on Claim { withdrawnAt printed } } }".formatted(claim)))
                .contains("withdrawnAt\":null");
        assertThat(editors.change("undoActivity", "{activity: \"%s\"}".formatted(activity), "activity { id }")
                        .codes())
                .containsExactly("NOTHING_TO_UNDO");
        restoreBoston(claim);
    }

    /** The claim of the dataset as it was, so that other tests find it. */
    private void restoreBoston(String claim) {
        writer.write(transaction -> transaction.run("""
                        MATCH (again:Entity {id: $id + '.r2'}) DETACH DELETE again
                        WITH DISTINCT 1 AS one
                        MATCH (claim:Entity {id: $id})-[:SUPPORTS]->(membership)
                        SET claim:Claim, claim.withdrawnAt = null, claim.withdrawnInId = null, claim.withdrawnBy = null,
                            claim.withdrawnOrigin = null, claim.withdrawnAs = null, claim.withdrawnReason = null,
                            claim.restoredById = null, membership.revision = null
                        REMOVE claim:Withdrawn
                        """, Map.of("id", claim)).consume());
    }

    @Test
    void withoutARoleNothingIsDone() {
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

    private String city(String id) {
        return editors.read("""
                { city(id: "%s") { id name names { value } identifiers { value } splitInto { id }
                    claims { nodes { property value source { id } } }
                    memberships { nodes { id validFrom organization { id } member { id } } } } }
                """.formatted(id));
    }

    private int membersKnownAt(String moment) {
        var answer = editors.read(
                "{ organization(id: \"%s\") { members(knownAt: \"%s\") { totalCount } } }".formatted(NETWORK, moment));
        return Integer.parseInt(answer.replaceAll("(?s).*totalCount\":(\\d+).*", "$1"));
    }

    private String lastActivity() {
        return editors.read("{ activities(first: 1) { nodes { id } } }").replaceAll(".*\"id\":\"([^\"]+)\".*", "$1");
    }

    /** By the clock of the database. */
    private String now() {
        return writer.write(transaction -> transaction
                .run("RETURN toString(datetime.realtime()) AS now")
                .single()
                .get("now")
                .asString());
    }
}
