package io.throughline.writing.ledger;

import io.throughline.infra.cypher.CypherStatement;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.Value;

/**
 * A claim in the graph, withdrawn or not, with the facts it supports.
 *
 * @param stands whether it is not withdrawn
 * @param properties all properties of its node
 */
record ClaimWithFacts(boolean stands, Map<String, Object> properties, List<Support> supports) {

    private static final CypherStatement READ = CypherStatement.in("ledger/claims-with-facts.cypher");

    /**
     * A fact that the claim supports.
     *
     * @param values the values that the claim gives the fact
     * @param membership null when the fact is not a membership
     */
    record Support(
            String factId,
            Map<String, Object> values,
            @Nullable MembershipKey membership) {

        private static Support of(Value value) {
            var membership = value.get("membership");
            return new Support(
                    value.get("id").asString(),
                    value.get("values").asMap(),
                    membership.isNull() ? null : MembershipKey.of(membership));
        }
    }

    /** Reads the claims with these ids, in order of id. */
    static List<ClaimWithFacts> read(TransactionContext transaction, Collection<String> ids) {
        return ids.isEmpty()
                ? List.of()
                : transaction.run(READ.text(), Map.of("ids", LockOrder.of(ids))).list(ClaimWithFacts::of);
    }

    private static ClaimWithFacts of(Record row) {
        return new ClaimWithFacts(
                row.get("stands").asBoolean(),
                row.get("claim").asMap(),
                row.get("supports").asList(Support::of));
    }

    String id() {
        return String.valueOf(properties.get("id"));
    }

    String sourceId() {
        return String.valueOf(properties.get("sourceId"));
    }

    /** The id of the first version of this claim. */
    String firstId() {
        return properties.get("versionOfId") instanceof String first ? first : id();
    }
}
