package io.throughline.writing.curation;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.GraphTest;
import io.throughline.infra.cypher.GraphWriter;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.ExecutionGraphQlService;

/** Editors merge and split agents and undo edits, and readers see all of it. */
@Tag("full") // merges and splits agents and compares what they answer
@GraphTest
class MergingTests extends CurationTestSupport {

    MergingTests(@Autowired ExecutionGraphQlService graphQl, @Autowired GraphWriter writer) {
        super(graphQl, writer);
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
    void doesNotMergeAMemberWithItsOrganizationOrDifferentKinds() {
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
    void aSplitKeepsTheIdWithOneAgentAndListsTheOthers() {
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
    void aSplitAgentMayHaveTheIdentifiersOfTheOriginal() {
        editors.done(
                "addCity",
                "{id: \"curation-tests-both\", name: \"Both\", kind: CITY, identifiers: [{scheme: \"geonames\", value: \"999999998\"}], evidence: {source: \"%s\"}}"
                        .formatted(SOURCE));
        var claim = assertMembership("curation-tests-both", "");
        editors.admin();
        var split =
                "{agent: \"curation-tests-both\", claims: [\"%s\"], reason: \"two places\", city: {id: \"%s\", name: \"Monza e Brianza\", kind: CITY, country: \"IT\", identifiers: [{scheme: \"geonames\", value: \"%s\"}], evidence: {source: \"%s\"}}}";
        var taken = editors.change("splitAgent", split.formatted(claim, TWIN, "4930956", SOURCE), "agent { id }");
        assertThat(taken.codes()).containsExactly("IDENTIFIER_TAKEN");
        assertThat(taken.text()).contains("[\"input\",\"city\",\"identifiers\"]");
        editors.done("splitAgent", split.formatted(claim, TWIN, "999999998", SOURCE), "agent { id }");
        assertThat(editors.read("{ city(id: \"%s\") { identifiers { value } } }".formatted(TWIN)))
                .contains("999999998");
    }

    @Test
    void anEditIsUndoneOnceAndADatasetClaimIsRestored() {
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

    /** Restores the dataset's claim to its former state for other tests. */
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

    private String city(String id) {
        return editors.read("""
                { city(id: "%s") { id name names { value } identifiers { value } splitInto { id }
                    claims { nodes { property value source { id } } }
                    memberships { nodes { id validFrom organization { id } member { id } } } } }
                """.formatted(id));
    }
}
