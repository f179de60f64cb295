package io.throughline.ledger;

import io.throughline.cypher.Statement;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.Value;
import org.neo4j.driver.Values;

/** Takes claims back: they leave the answers and stay readable. */
final class Withdrawals {

    private static final Statement FACTS = Statement.in("ledger/facts-of-claims.cypher");
    private static final Statement RAISE = Statement.in("ledger/raise-revisions.cypher");
    private static final Statement WITHDRAW = Statement.in("ledger/withdraw-claims.cypher");
    private static final Statement RETIRE = Statement.in("ledger/retire-facts.cypher");

    private Withdrawals() {}

    /**
     * Withdraws claims that stand, and what rests on none other.
     *
     * @return how many there were
     */
    static int withdraw(
            TransactionContext transaction,
            MembershipResolution memberships,
            Activity by,
            Collection<String> claimIds,
            String reason) {
        var ids = new TreeSet<>(claimIds);
        if (ids.isEmpty()) {
            return 0;
        }
        var ofMemberships = new TreeSet<String>();
        var others = new TreeSet<String>();
        transaction
                .run(FACTS.text(), Map.of("ids", List.copyOf(ids)))
                .forEachRemaining(row -> (row.get("isMembership").asBoolean() ? ofMemberships : others)
                        .add(row.get("factId").asString()));
        var held = new TreeSet<>(ofMemberships);
        held.addAll(others);
        transaction.run(RAISE.text(), Map.of("ids", List.copyOf(held))).consume();
        var withoutSuccessor = new TreeMap<String, @Nullable String>();
        ids.forEach(id -> withoutSuccessor.put(id, null));
        var withdrawn = withdraw(transaction, by, withoutSuccessor, reason, Values.NULL);
        memberships.resolve(transaction, ofMemberships);
        transaction.run(RETIRE.text(), Map.of("ids", List.copyOf(others))).consume();
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
            Activity by,
            SortedMap<String, ? extends @Nullable String> claims,
            @Nullable String reason,
            Value at) {
        if (claims.isEmpty()) {
            return 0;
        }
        var rows = claims.entrySet().stream()
                .map(each -> new Written()
                        .put("id", each.getKey())
                        .put("supersededById", each.getValue())
                        .properties())
                .toList();
        var how = new HashMap<String, @Nullable Object>();
        how.put("withdrawnInId", by.id());
        how.put("withdrawnBy", by.person());
        how.put("withdrawnReason", reason);
        return transaction
                .run(WITHDRAW.text(), Map.of("claims", rows, "by", how, "at", at))
                .single()
                .get("withdrawn")
                .asInt();
    }
}
