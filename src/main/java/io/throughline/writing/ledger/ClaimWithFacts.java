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
 * A claim as it stands in the graph, withdrawn or not, with what rests on it.
 *
 * @param properties all that is kept of it
 */
record ClaimWithFacts(boolean stands, Map<String, Object> properties, List<Support> supports) {

    private static final CypherStatement READ = CypherStatement.in("ledger/claims-with-facts.cypher");

    /**
     * A fact that rests on it.
     *
     * @param said what it says of it
     * @param membership null when the fact is none
     */
    record Support(
            String factId,
            Map<String, Object> said,
            @Nullable MembershipKey membership) {

        private static Support of(Value value) {
            var membership = value.get("membership");
            return new Support(
                    value.get("id").asString(),
                    value.get("said").asMap(),
                    membership.isNull() ? null : MembershipKey.of(membership));
        }
    }

    /** Those with these ids, in order of id. */
    static List<ClaimWithFacts> read(TransactionContext transaction, Collection<String> ids) {
        return ids.isEmpty()
                ? List.of()
                : transaction
                        .run(READ.text(), Map.of("ids", ClaimWithdrawer.sorted(ids)))
                        .list(ClaimWithFacts::of);
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

    /** The id of the first of those that this one is a version of. */
    String firstId() {
        return properties.get("versionOfId") instanceof String first ? first : id();
    }
}
