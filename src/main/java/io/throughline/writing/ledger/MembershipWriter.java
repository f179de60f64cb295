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

/** Makes memberships that claims are about, and holds them for the transaction. */
final class MembershipWriter {

    private static final CypherStatement TOUCH = CypherStatement.in("ledger/touch-memberships.cypher");
    private static final CypherStatement CLAIMS = CypherStatement.in("ledger/claims-on-memberships.cypher");
    private static final CypherStatement LINK = CypherStatement.in("ledger/link-memberships.cypher");

    /** A claim of a source on a membership that is in the graph, withdrawn or not. */
    record Before(boolean stands, Map<String, Object> claim, Map<String, Object> said) {

        private static Before of(Value value) {
            return new Before(
                    value.get("stands").asBoolean(),
                    value.get("claim").asMap(),
                    value.get("said").asMap());
        }

        String id() {
            return String.valueOf(claim.get("id"));
        }

        boolean says(ClaimDraft text) {
            return text.sourceId().equals(claim.get("sourceId"))
                    && ClaimDraft.content(claim, said).equals(text.content());
        }

        /** Whether a person took it back, or put another in its place, and nobody took that back. */
        boolean isDecidedAgainst() {
            return !stands
                    && "curated".equals(claim.get("withdrawnOrigin"))
                    && claim.get("restoredById") == null
                    && !ChangeReason.RESTORED.name().equals(claim.get("withdrawnAs"));
        }
    }

    /** How a membership was found. */
    record Found(boolean isNew, List<Before> claims) {}

    private MembershipWriter() {}

    /**
     * Makes those that are not there.
     *
     * @param sourceIds of the claims to tell of
     * @return how each was found, by id
     * @throws UnknownReferenceException if an end of one is not in the graph
     */
    static Map<String, Found> touch(
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
                                NodeProperties.by(by)))
                .consume();
        var found = find(transaction, byId.keySet(), sourceIds);
        byId.keySet().removeIf(id -> !Objects.requireNonNull(found.get(id)).isNew());
        link(transaction, by, byId.values());
        return found;
    }

    /**
     * Looks at memberships that need not be there.
     *
     * @param sourceIds of the claims to tell of
     * @return how each was found, by id
     */
    static Map<String, Found> find(
            TransactionContext transaction, Collection<String> ids, Collection<String> sourceIds) {
        return transaction
                .run(CLAIMS.text(), Map.of("ids", List.copyOf(ids), "sourceIds", List.copyOf(sourceIds)))
                .stream()
                .collect(toMap(
                        row -> row.get("id").asString(),
                        row -> new Found(
                                row.get("isNew").asBoolean(), row.get("claims").asList(Before::of))));
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
                throw MergeRedirects.again();
            }
            throw new UnknownReferenceException(
                    "a member is no agent of the graph, or what it is to be in no organization");
        }
    }
}
