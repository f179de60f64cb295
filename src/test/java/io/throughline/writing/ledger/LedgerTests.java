package io.throughline.writing.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.throughline.model.membership.Directness;
import io.throughline.model.membership.MembershipRole;
import io.throughline.model.source.Rank;
import io.throughline.model.source.Status;
import io.throughline.model.source.Strength;
import io.throughline.reference.date.PartialDate;
import io.throughline.writing.ledger.RecordedClaim.Change;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class LedgerTests extends LedgerTestSupport {

    @Test
    void aNewClaimCreatesAMembershipInEveryList() {
        var recorded = record(IMPORT, claim("2021", Status.IN_FORCE));
        assertThat(recorded)
                .containsExactly(new RecordedClaim(
                        "ledger-tests-list.ledger-tests-monza.member.ledger-tests-network",
                        "ledger-tests-monza.member.ledger-tests-network",
                        Change.NEW));
        assertThat(one("""
                        MATCH (:City {id: 'ledger-tests-monza'})-[link:MEMBER_OF]->(network:Network {id: 'ledger-tests-network'})
                        MATCH (membership:Membership {id: link.membershipId})<-[:SUPPORTS]-(claim:Claim)-[:STATED_IN]->(source)
                        RETURN [link.validFrom, toString(link.validFromLatest), link.sortName, network.knownMembers,
                                membership.revision, claim.activityId, claim.recordedBy, claim.origin, claim.locator, source.id]
                        """))
                .isEqualTo(List.of(
                        "2021",
                        "2021-12-31",
                        "monza",
                        1L,
                        1L,
                        "ledger-tests-import",
                        "Ada",
                        "import",
                        "line 2",
                        "ledger-tests-list"));
    }

    @Test
    void recordingTheSameAgainChangesNothing() {
        record(IMPORT, claim("2021", Status.IN_FORCE));
        var before =
                one("MATCH (node:Entity) WHERE node.id STARTS WITH 'ledger-tests' RETURN collect(properties(node))");
        assertThat(record(LATER, claim("2021", Status.IN_FORCE)))
                .extracting(RecordedClaim::change)
                .containsExactly(Change.SAME);
        assertThat(one("MATCH (node:Entity) WHERE node.id STARTS WITH 'ledger-tests' RETURN collect(properties(node))"))
                .isEqualTo(before);
    }

    @Test
    void duplicatesInAListAreRecordedOnce() {
        assertThat(record(IMPORT, claim("2021", Status.IN_FORCE), claim("2021", Status.IN_FORCE)))
                .extracting(RecordedClaim::change)
                .containsExactly(Change.NEW, Change.SAME);
        assertThat(one("RETURN COUNT { (:Entity {id: 'ledger-tests-list'})<-[:STATED_IN]-() }"))
                .isEqualTo(1L);
    }

    @Test
    void aDifferentClaimOfTheSameSourceSupersedesTheOldOneAndKeepsIt() {
        record(IMPORT, claim("2021", Status.IN_FORCE));
        var changed = record(LATER, claim("2022", Status.IN_FORCE)).get(0);
        assertThat(changed.change()).isEqualTo(Change.CHANGED);
        assertThat(changed.claimId()).isEqualTo("ledger-tests-list.ledger-tests-monza.member.ledger-tests-network.r2");
        assertThat(one("""
                        MATCH (old:Withdrawn)-[supports:SUPPORTS]->(membership:Membership)<-[:SUPPORTS]-(new:Claim)
                        WHERE new.id STARTS WITH 'ledger-tests'
                        RETURN [supports.validFrom, membership.validFrom, membership.revision, old.withdrawnInId, old.withdrawnBy,
                                old.withdrawnAt = new.recordedAt, old.supersededById = new.id, new.supersedesId = old.id]
                        """)).isEqualTo(List.of("2021", "2022", 2L, "ledger-tests-later", "Grace", true, true, true));
    }

    @Test
    void aMembershipDisappearsWithItsOnlyClaimAndReturnsWithANewOne() {
        var claim = record(IMPORT, claim("2021", Status.IN_FORCE)).get(0);
        assertThat(withdraw(claim.claimId())).isEqualTo(1);
        assertThat(withdraw(claim.claimId())).isZero();
        assertThat(state()).isEqualTo(List.of("Withdrawn", 0L, 0L));
        var again = record(LATER, claim("2021", Status.IN_FORCE)).get(0);
        assertThat(again.change()).isEqualTo(Change.NEW);
        assertThat(again.claimId()).endsWith(".r2");
        assertThat(state()).isEqualTo(List.of("Membership", 1L, 1L));
    }

    @Test
    void readingAListAgainKeepsWhatAPersonDecided() {
        var editor = new LedgerActivity("ledger-tests-edit", LedgerActivity.Kind.EDIT, "Grace");
        var claim = record(IMPORT, claim("2021", Status.IN_FORCE)).get(0).claimId();
        var corrected = writer.write(transaction -> ledger.supersede(
                transaction,
                editor,
                Map.of(claim, new ClaimPatch(Map.of(), Map.of("validFrom", PartialDate.parse("2022")), Map.of())),
                "misprint"));
        assertThat(record(LATER, claim("2021", Status.IN_FORCE)))
                .containsExactly(new RecordedClaim(
                        String.valueOf(corrected.get(claim)),
                        "ledger-tests-monza.member.ledger-tests-network",
                        Change.SAME));
        assertThat(record(LATER, claim("2023", Status.IN_FORCE)))
                .extracting(RecordedClaim::change)
                .containsExactly(Change.CHANGED);
    }

    @Tag("full") // merges, imports and undoes
    @Test
    void undoesAnImportEvenForAgentsMergedSince() {
        record(IMPORT, claim("2021", Status.IN_FORCE));
        writer.write(transaction -> {
            ledger.addAgents(transaction, LATER, List.of(city("ledger-tests-other", "Other")));
            ledger.merge(transaction, LATER, "ledger-tests-monza", "Monza", "ledger-tests-other", "one");
            return null;
        });
        var known = "MATCH (n:Entity {id: 'ledger-tests-network'}) RETURN n.knownMembers";
        assertThat(one(known)).isEqualTo(1L);
        while (writer.write(transaction -> ledger.undo(transaction, LATER, IMPORT.id(), 10))
                .more()) {}
        assertThat(one(known)).isEqualTo(0L);
    }

    @Test
    void withdrawsWhatALaterListNoLongerHasExceptWhatPeopleClaimed() {
        record(IMPORT, claim("2021", Status.IN_FORCE), through("c40"));
        record(new LedgerActivity("ledger-tests-edit", LedgerActivity.Kind.EDIT, "Grace"), through("gcom"));
        var stays = "ledger-tests-list.ledger-tests-monza.member.ledger-tests-network.via.c40";
        var first = writer.write(transaction -> ledger.withdrawUnlisted(
                transaction, LATER, "ledger-tests-list", null, 1, stays::equals, "no longer listed"));
        assertThat(first.withdrawn()).isEqualTo(1);
        var second = writer.write(transaction -> ledger.withdrawUnlisted(
                transaction, LATER, "ledger-tests-list", first.last(), 10, stays::equals, "no longer listed"));
        assertThat(second).isEqualTo(new SweepProgress(0, null));
        assertThat(one("RETURN COUNT { (:Entity {id: 'ledger-tests-network'})<-[:ORGANIZATION]-(:Membership) }"))
                .isEqualTo(2L);
    }

    @Test
    void aDenialHasNoShortcutAndAFormerMemberIsNotCounted() {
        record(IMPORT, claim("2021", Status.NOT_MEMBER));
        assertThat(state()).isEqualTo(List.of("Membership", 0L, 0L));
        record(LATER, claim("2021", Status.ENDED));
        assertThat(state()).isEqualTo(List.of("Membership", 1L, 0L));
        record(IMPORT, claim("2021", Status.IN_FORCE));
        assertThat(state()).isEqualTo(List.of("Membership", 1L, 1L));
    }

    @Test
    void twoRoutesOfOneMemberCountAsOneKnownMember() {
        var direct = record(IMPORT, claim("2021", Status.IN_FORCE)).get(0);
        var through = record(IMPORT, through("c40")).get(0);
        assertThat(one("MATCH (n:Entity {id: 'ledger-tests-network'}) RETURN n.knownMembers"))
                .isEqualTo(1L);
        assertThat(one("MATCH (:Membership {id: '" + through.membershipId()
                        + "'})-[via:VIA]->(c40) RETURN [via.position, via.partnerId, via.sortName]"))
                .isEqualTo(List.of(1L, "c40", "monza"));
        withdraw(direct.claimId());
        assertThat(one("MATCH (n:Entity {id: 'ledger-tests-network'}) RETURN n.knownMembers"))
                .isEqualTo(1L);
        withdraw(through.claimId());
        assertThat(one("MATCH (n:Entity {id: 'ledger-tests-network'}) RETURN n.knownMembers"))
                .isEqualTo(0L);
    }

    @Test
    void refusesReferencesToMissingNodesAndWritesNothing() {
        var claim = claim("2021", Status.IN_FORCE);
        assertThatExceptionOfType(UnknownReferenceException.class)
                .isThrownBy(() -> record(IMPORT, claim.with(Map.of("ledger-tests-monza", "ledger-tests-nobody"))));
        assertThatExceptionOfType(UnknownReferenceException.class)
                .isThrownBy(() -> record(IMPORT, claim.with(Map.of("ledger-tests-network", "boston"))));
        assertThat(one("RETURN COUNT { (m:Membership) WHERE m.id STARTS WITH 'ledger-tests' }"))
                .isEqualTo(0L);
    }

    /** The label of the membership, how many shortcuts it has, and how many members are known. */
    private Object state() {
        return one("""
                MATCH (member)<-[:MEMBER]-(m:Entity {id: 'ledger-tests-monza.member.ledger-tests-network'})-[:ORGANIZATION]->(o)
                RETURN [[label IN labels(m) WHERE label <> 'Entity'][0], COUNT { (member)-[:MEMBER_OF]->(o) }, o.knownMembers]
                """);
    }

    private List<RecordedClaim> record(LedgerActivity by, MembershipClaim... claims) {
        return recordAsPreviewed(by, List.of(claims));
    }

    private int withdraw(String claimId) {
        return writer.write(transaction -> ledger.withdraw(transaction, LATER, List.of(claimId), "not so"));
    }

    private static MembershipClaim through(String partner) {
        return claim(List.of(partner), "2021", Status.IN_FORCE);
    }

    static MembershipClaim claim(@Nullable String from, Status status) {
        return claim(List.of(), from, status);
    }

    private static MembershipClaim claim(List<String> via, @Nullable String from, Status status) {
        return MembershipClaim.of(
                "ledger-tests-monza",
                MembershipStatementBuilder.builder()
                        .role(MembershipRole.MEMBER)
                        .organizationId("ledger-tests-network")
                        .viaIds(via)
                        .directness(Directness.UNKNOWN)
                        .validFrom(PartialDate.parseNullable(from))
                        .status(status)
                        .build(),
                new ClaimEvidence(
                        "ledger-tests-list", "line 2", "Monza", null, Strength.STATED, Rank.NORMAL, false, null));
    }
}
