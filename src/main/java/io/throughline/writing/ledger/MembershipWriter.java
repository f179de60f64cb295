package io.throughline.writing.ledger;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toMap;

import io.throughline.infra.cypher.CypherStatement;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.Value;

/** Creates the memberships that claims are about, and locks them for the transaction. */
final class MembershipWriter {

    private static final CypherStatement TOUCH = CypherStatement.in("ledger/touch-memberships.cypher");
    private static final CypherStatement CLAIMS = CypherStatement.in("ledger/claims-on-memberships.cypher");
    private static final CypherStatement LINK = CypherStatement.in("ledger/link-memberships.cypher");

    /** A claim on a membership in the graph, withdrawn or not. */
    record ExistingClaim(
            boolean stands, Map<String, Object> claim, Map<String, Object> values, List<String> pledgeIds) {

        private static ExistingClaim of(Value value) {
            return new ExistingClaim(
                    value.get("stands").asBoolean(),
                    value.get("claim").asMap(),
                    value.get("values").asMap(),
                    value.get("pledgeIds").asList(Value::asString));
        }

        String id() {
            return String.valueOf(claim.get("id"));
        }

        boolean says(ClaimDraft draft) {
            return draft.sourceId().equals(claim.get("sourceId"))
                    && ClaimDraft.content(claim, values, pledgeIds).equals(draft.content());
        }

        /** Whether a person withdrew or corrected the claim, and that decision was not undone. */
        boolean isDecidedAgainst() {
            return !stands
                    && "curated".equals(claim.get("withdrawnOrigin"))
                    && claim.get("restoredById") == null
                    && !ChangeReason.RESTORED.name().equals(claim.get("withdrawnAs"));
        }
    }

    /** A membership before the write, with the claims on it. */
    record RecordedMembership(boolean isNew, List<ExistingClaim> claims) {}

    private MembershipWriter() {}

    /**
     * Creates missing memberships and locks all of them.
     *
     * @param sourceIds sources whose claims are returned
     * @return each membership as it was before, by id
     * @throws UnknownReferenceException if a member, organization or partner is not in the graph
     */
    static Map<String, RecordedMembership> touch(
            TransactionContext transaction,
            LedgerActivity by,
            Collection<MembershipKey> memberships,
            Collection<String> sourceIds) {
        SortedMap<String, MembershipKey> byId = new TreeMap<>();
        memberships.forEach(membership -> byId.putIfAbsent(membership.id(), membership));
        transaction
                .run(
                        TOUCH.text(),
                        Map.of(
                                "memberships",
                                byId.entrySet().stream()
                                        .map(each -> Map.of(
                                                "id",
                                                each.getKey(),
                                                "identity",
                                                each.getValue().properties()))
                                        .toList(),
                                "by",
                                NodeProperties.provenance(by)))
                .consume();
        var found = find(transaction, byId.keySet(), sourceIds);
        byId.keySet().removeIf(id -> !Objects.requireNonNull(found.get(id)).isNew());
        link(transaction, by, byId.values());
        return found;
    }

    /**
     * Reads memberships, which need not exist.
     *
     * @param sourceIds sources whose claims are returned
     * @return each membership as it is now, by id
     */
    static Map<String, RecordedMembership> find(
            TransactionContext transaction, Collection<String> ids, Collection<String> sourceIds) {
        return transaction
                .run(CLAIMS.text(), Map.of("ids", List.copyOf(ids), "sourceIds", List.copyOf(sourceIds)))
                .stream()
                .collect(toMap(
                        row -> row.get("id").asString(),
                        row -> new RecordedMembership(
                                row.get("isNew").asBoolean(), row.get("claims").asList(ExistingClaim::of))));
    }

    private static void link(TransactionContext transaction, LedgerActivity by, Collection<MembershipKey> memberships) {
        if (memberships.isEmpty()) {
            return;
        }
        var rows = memberships.stream()
                .sorted(comparing(MembershipKey::memberId))
                .map(MembershipKey::ends)
                .toList();
        var through =
                memberships.stream().mapToInt(each -> each.viaIds().size()).sum();
        var outcome = transaction
                .run(LINK.text(), Map.of("memberships", rows, "origin", NodeProperties.origin(by)))
                .single();
        if (outcome.get("linked").asInt() != rows.size()
                || outcome.get("through").asInt() != through) {
            var ends = memberships.stream()
                    .flatMap(each ->
                            Stream.concat(Stream.of(each.memberId(), each.organizationId()), each.viaIds().stream()))
                    .toList();
            if (!MergeRedirects.of(transaction, ends).isEmpty()) {
                throw MergeRedirects.retry();
            }
            throw new UnknownReferenceException(
                    "a member is not an agent in the graph, or an organization or partner is not an organization in the graph");
        }
    }
}
