package io.throughline.writing.ledger;

import io.throughline.infra.cypher.CypherStatement;
import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.neo4j.driver.TransactionContext;

/** Adds the pledges that claims about memberships state too. */
final class PledgeWriter {

    private static final CypherStatement ADD = CypherStatement.in("ledger/add-pledges.cypher");

    private PledgeWriter() {}

    /**
     * Adds missing pledges and locks all of them.
     *
     * @throws UnknownReferenceException if an organization is not in the graph
     */
    static void add(TransactionContext transaction, LedgerActivity by, Collection<ClaimDraft> drafts) {
        SortedMap<String, Map<String, Object>> byId = new TreeMap<>();
        for (var draft : drafts) {
            draft.pledges().forEach((id, pledge) -> byId.putIfAbsent(id, pledge));
        }
        if (byId.isEmpty()) {
            return;
        }
        var linked = transaction
                .run(
                        ADD.text(),
                        Map.of(
                                "pledges",
                                byId.entrySet().stream()
                                        .map(each -> Map.of("id", each.getKey(), "properties", each.getValue()))
                                        .toList(),
                                "by",
                                NodeProperties.provenance(by)))
                .single()
                .get("linked")
                .asInt();
        if (linked != byId.size()) {
            throw new UnknownReferenceException("a pledge names an organization that is not in the graph");
        }
    }
}
