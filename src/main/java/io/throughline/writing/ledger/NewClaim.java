package io.throughline.writing.ledger;

import static java.util.stream.Collectors.toMap;

import io.throughline.infra.cypher.CypherStatement;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.Value;

/**
 * A claim to be written.
 *
 * @param properties all properties of its node
 */
record NewClaim(String sourceId, Map<String, Object> properties, List<Support> supports) {

    private static final CypherStatement WRITE = CypherStatement.in("ledger/write-claims.cypher");
    private static final CypherStatement LAST_VERSIONS = CypherStatement.in("ledger/last-versions.cypher");

    /**
     * A fact that the claim will support.
     *
     * @param values the values that the claim gives the fact
     * @param revision the revision of the fact if it has none yet
     */
    record Support(String factId, Map<String, Object> values, int revision) {}

    String id() {
        return String.valueOf(properties.get("id"));
    }

    /**
     * Writes claims.
     *
     * @return when they were recorded
     * @throws UnknownReferenceException if a source or a fact is not in the graph
     */
    static Value write(TransactionContext transaction, Collection<NewClaim> claims) {
        var rows = claims.stream().map(NewClaim::row).toList();
        var expected =
                claims.stream().mapToInt(claim -> claim.supports().size()).sum();
        var outcome = transaction.run(WRITE.text(), Map.of("claims", rows)).single();
        if (outcome.get("written").asInt() != expected) {
            throw new UnknownReferenceException("a claim names a source that is not in the graph");
        }
        return outcome.get("at");
    }

    private Map<String, Object> row() {
        return Map.of(
                "sourceId",
                sourceId,
                "claim",
                properties,
                "supports",
                supports.stream()
                        .map(support -> Map.of(
                                "id", support.factId(), "values", support.values(), "revision", support.revision()))
                        .toList());
    }

    /** How many versions of each claim exist, by the id of the first version. */
    static Map<String, Long> versions(TransactionContext transaction, Collection<String> firstIds) {
        return firstIds.isEmpty()
                ? Map.of()
                : transaction.run(LAST_VERSIONS.text(), Map.of("ids", LockOrder.of(firstIds))).stream()
                        .collect(toMap(
                                row -> row.get("id").asString(),
                                row -> row.get("last").asLong()));
    }

    /** Adds the id of a version: the first version has the plain id, later ones have their number appended. */
    static Map<String, Object> numbered(Map<String, Object> properties, String firstId, long version) {
        var numbered = new HashMap<>(properties);
        numbered.put("id", version == 1 ? firstId : firstId + ".r" + version);
        if (version > 1) {
            numbered.put("versionOfId", firstId);
            numbered.put("version", version);
        }
        return numbered;
    }
}
