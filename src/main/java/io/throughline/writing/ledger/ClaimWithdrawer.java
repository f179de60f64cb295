package io.throughline.writing.ledger;

import static java.util.stream.Collectors.toCollection;

import io.throughline.infra.cypher.CypherStatement;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.Value;
import org.neo4j.driver.Values;

/** Withdraws claims: they no longer appear in answers but stay readable by id. */
final class ClaimWithdrawer {

    private static final CypherStatement WITHDRAW = CypherStatement.in("ledger/withdraw-claims.cypher");

    private ClaimWithdrawer() {}

    /**
     * Withdraws claims, and the facts that no other claim supports.
     *
     * @return how many claims were withdrawn
     */
    static int withdraw(
            TransactionContext transaction,
            MembershipResolution memberships,
            LedgerActivity by,
            Collection<String> claimIds,
            @Nullable String reason,
            ChangeReason cause) {
        var standing = ClaimWithFacts.read(transaction, claimIds).stream()
                .filter(ClaimWithFacts::stands)
                .toList();
        if (standing.isEmpty()) {
            return 0;
        }
        var facts = new AffectedFacts(transaction, memberships);
        facts.lock(standing);
        var ids = standing.stream().map(ClaimWithFacts::id).collect(toCollection(TreeSet::new));
        var withoutSuccessor = new TreeMap<String, @Nullable String>();
        ids.forEach(id -> withoutSuccessor.put(id, null));
        var withdrawn = withdraw(transaction, by, withoutSuccessor, reason, cause, Values.NULL);
        facts.resolve();
        return withdrawn;
    }

    /**
     * Withdraws claims whose facts are already locked.
     *
     * @param claims ids of the superseding claims (null for none), by the ids of the claims to withdraw
     * @param at when the superseding claims were recorded; {@code Values.NULL} for now
     */
    static int withdraw(
            TransactionContext transaction,
            LedgerActivity by,
            Map<String, ? extends @Nullable String> claims,
            @Nullable String reason,
            ChangeReason cause,
            Value at) {
        if (claims.isEmpty()) {
            return 0;
        }
        var rows = claims.entrySet().stream()
                .map(each -> new NodeProperties()
                        .put("id", each.getKey())
                        .put("supersededById", each.getValue())
                        .properties())
                .toList();
        var properties = new HashMap<String, @Nullable Object>();
        properties.put("withdrawnInId", by.id());
        properties.put("withdrawnBy", by.person());
        properties.put("withdrawnOrigin", NodeProperties.origin(by));
        properties.put("withdrawnAs", cause.name());
        properties.put("withdrawnReason", reason);
        return transaction
                .run(WITHDRAW.text(), Map.of("claims", rows, "by", properties, "at", at))
                .single()
                .get("withdrawn")
                .asInt();
    }
}
