package io.throughline.writing.ledger;

import io.throughline.infra.cypher.CypherStatement;
import io.throughline.reference.name.NameProperties;
import io.throughline.writing.ledger.RecordedClaim.Change;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.neo4j.driver.TransactionContext;

/** Writes facts other than memberships, and statements about entities, each with its claim. */
final class FactWriter {

    private static final CypherStatement FACT = CypherStatement.in("ledger/state-fact.cypher");
    private static final CypherStatement EXISTING = CypherStatement.in("ledger/claims-of-source-on-fact.cypher");

    private final TransactionContext transaction;
    private final LedgerActivity by;

    FactWriter(TransactionContext transaction, LedgerActivity by) {
        this.transaction = transaction;
        this.by = by;
    }

    RecordedClaim state(NewFact fact) {
        write(fact);
        var properties = claim(fact);
        for (var existing : existingClaims(fact)) {
            if (saysTheSame(existing, properties)) {
                return new RecordedClaim(String.valueOf(existing.get("id")), fact.id(), Change.SAME);
            }
        }
        var firstId = fact.labels().isEmpty()
                ? "%s.%s.%s".formatted(fact.evidence().sourceId(), fact.id(), fact.property())
                : "%s.%s".formatted(fact.evidence().sourceId(), fact.id());
        var version = 1 + NewClaim.versions(transaction, List.of(firstId)).getOrDefault(firstId, 0L);
        var numbered = NewClaim.numbered(properties, firstId, version);
        numbered.putAll(NodeProperties.provenance(by));
        Map<String, Object> statement = fact.labels().isEmpty() && fact.value() != null
                ? new NodeProperties().put(fact.property(), fact.value()).properties()
                : Map.of();
        NewClaim.write(
                transaction,
                List.of(new NewClaim(
                        fact.evidence().sourceId(),
                        numbered,
                        List.of(new NewClaim.Support(
                                fact.id(), statement, fact.labels().isEmpty() ? 2 : 1)))));
        return new RecordedClaim(String.valueOf(numbered.get("id")), fact.id(), Change.NEW);
    }

    private void write(NewFact fact) {
        var properties = new NodeProperties().putAll(fact.properties());
        if (fact.properties().get("name") instanceof String name) {
            properties.put("sortName", NameProperties.sortName(name)).putAll(NameProperties.keys(name));
        }
        var linked = transaction
                .run(
                        FACT.text(),
                        Map.of(
                                "id",
                                fact.id(),
                                "labels",
                                fact.labels(),
                                "properties",
                                properties.properties(),
                                "links",
                                fact.links().stream()
                                        .map(link -> Map.of("type", link.type(), "id", link.toId()))
                                        .toList(),
                                "by",
                                NodeProperties.provenance(by)))
                .single()
                .get("linked")
                .asInt();
        if (linked != fact.links().size()) {
            throw new UnknownReferenceException(
                    "'%s' refers to an entity that is not in the graph".formatted(fact.id()));
        }
    }

    private static Map<String, Object> claim(NewFact fact) {
        var evidence = fact.evidence();
        return new NodeProperties()
                .put("sourceId", evidence.sourceId())
                .put("locator", evidence.locator())
                .put("printed", evidence.printed())
                .put("asOf", evidence.asOf())
                .put("strength", evidence.strength())
                .put("rank", evidence.rank())
                .put("inferred", evidence.inferred() ? true : null)
                .put("note", evidence.note())
                .put("subjectId", fact.subjectId())
                .put("property", fact.property())
                .put("value", fact.value())
                .put("comparator", fact.comparator())
                .put("unit", fact.unit())
                .properties();
    }

    private List<Map<String, Object>> existingClaims(NewFact fact) {
        return transaction
                .run(
                        EXISTING.text(),
                        Map.of("id", fact.id(), "sourceId", fact.evidence().sourceId(), "property", fact.property()))
                .list(row -> row.get("claim").asMap());
    }

    private static boolean saysTheSame(Map<String, Object> existing, Map<String, Object> properties) {
        return Stream.of("value", "comparator", "unit", "asOf", "printed", "strength", "rank", "inferred")
                .allMatch(name -> Objects.equals(existing.get(name), properties.get(name)));
    }
}
