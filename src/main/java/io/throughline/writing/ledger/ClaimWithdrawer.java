package io.throughline.writing.ledger;

import static java.util.stream.Collectors.toCollection;

import io.throughline.infra.cypher.CypherStatement;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.Value;
import org.neo4j.driver.Values;

/** Takes claims back: they leave the answers and stay readable. */
final class ClaimWithdrawer {

    private static final CypherStatement WITHDRAW = CypherStatement.in("ledger/withdraw-claims.cypher");

    private ClaimWithdrawer() {}

    /**
     * Withdraws claims that stand, and what rests on none other.
     *
     * @return how many there were
     */
    static int withdraw(
            TransactionContext transaction,
            MembershipResolution memberships,
            LedgerActivity by,
            Collection<String> claimIds,
            @Nullable String reason,
            ChangeReason as) {
        var standing = ClaimWithFacts.read(transaction, claimIds).stream()
                .filter(ClaimWithFacts::stands)
                .toList();
        if (standing.isEmpty()) {
            return 0;
        }
        var facts = new AffectedFacts(transaction, memberships);
        facts.hold(standing);
        var ids = standing.stream().map(ClaimWithFacts::id).collect(toCollection(TreeSet::new));
        var withoutSuccessor = new TreeMap<String, @Nullable String>();
        ids.forEach(id -> withoutSuccessor.put(id, null));
        var withdrawn = withdraw(transaction, by, withoutSuccessor, reason, as, Values.NULL);
        facts.settle();
        return withdrawn;
    }

    /**
     * Withdraws claims whose facts are held already.
     *
     * @param claims by id, with the id of the one that supersedes it
     * @param at the moment that one was recorded; null in the database for now
     */
    static int withdraw(
            TransactionContext transaction,
            LedgerActivity by,
            Map<String, ? extends @Nullable String> claims,
            @Nullable String reason,
            ChangeReason as,
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
        var how = new HashMap<String, @Nullable Object>();
        how.put("withdrawnInId", by.id());
        how.put("withdrawnBy", by.person());
        how.put("withdrawnOrigin", NodeProperties.origin(by));
        how.put("withdrawnAs", as.name());
        how.put("withdrawnReason", reason);
        return transaction
                .run(WITHDRAW.text(), Map.of("claims", rows, "by", how, "at", at))
                .single()
                .get("withdrawn")
                .asInt();
    }

    static List<String> sorted(Collection<String> ids) {
        return List.copyOf(new TreeSet<>(ids));
    }
}
