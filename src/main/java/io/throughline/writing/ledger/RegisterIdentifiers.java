package io.throughline.writing.ledger;

import io.throughline.infra.cypher.CypherStatement;
import io.throughline.reference.id.IdentifierScheme;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.TransactionContext;

/** Identifiers issued by registers. Two agents must not have the same one, except in {@link #SHARED} registers. */
final class RegisterIdentifiers {

    private static final CypherStatement LOCK = CypherStatement.in("ledger/lock-register-identifiers.cypher");
    private static final CypherStatement HOLDERS = CypherStatement.in("ledger/holders-of-identifiers.cypher");

    /** Schemes in which several agents have the same identifier: a county has the code of its state. */
    private static final Set<String> SHARED = Set.of(IdentifierScheme.ISO_3166_2.key());

    /** An identifier to be given to one agent that another agent already has. */
    record Conflict(String agentId, String scheme, String value, String holderId) {}

    private RegisterIdentifiers() {}

    /** Explains to a person why an identifier is malformed; null when it is well-formed or the scheme is unknown. */
    static @Nullable String fault(String scheme, String value) {
        if (scheme.isBlank() || value.isBlank()) {
            return "an identifier needs a scheme and a value";
        }
        var known = IdentifierScheme.of(scheme);
        return known == null || known.matches(value)
                ? null
                : "'%s' is not a valid %s identifier (expected %s)".formatted(value, scheme, known.expected());
    }

    /** If these agents have identifiers, prevents other writers from assigning any until the transaction ends. */
    static void lock(TransactionContext transaction, Collection<NewAgent> agents) {
        if (!identifiers(agents).isEmpty()) {
            transaction.run(LOCK.text()).consume();
        }
    }

    private static List<Map<String, String>> identifiers(Collection<NewAgent> agents) {
        return agents.stream()
                .flatMap(agent -> agent.identifiers().entrySet().stream()
                        .filter(identifier -> !SHARED.contains(identifier.getKey()))
                        .map(identifier -> Map.of(
                                "agentId", agent.id(), "scheme", identifier.getKey(), "value", identifier.getValue())))
                .distinct()
                .toList();
    }

    /** Identifiers of these agents that other agents already have. */
    static List<Conflict> conflicts(TransactionContext transaction, Collection<NewAgent> agents) {
        var identifiers = identifiers(agents);
        return identifiers.isEmpty()
                ? List.of()
                : transaction
                        .run(HOLDERS.text(), Map.of("identifiers", identifiers))
                        .list(row -> new Conflict(
                                row.get("agentId").asString(),
                                row.get("scheme").asString(),
                                row.get("value").asString(),
                                row.get("holderId").asString()));
    }

    /**
     * The agents that already have the identifiers of these agents, by the ids of the latter.
     *
     * @throws IllegalStateException if the identifiers of one agent belong to two others, as it is unknown which is meant
     */
    static Map<String, String> holders(TransactionContext transaction, Collection<NewAgent> agents) {
        var holders = new TreeMap<String, String>();
        for (var conflict : conflicts(transaction, agents)) {
            var other = holders.putIfAbsent(conflict.agentId(), conflict.holderId());
            if (other != null && !other.equals(conflict.holderId())) {
                throw new IllegalStateException("the identifiers of %s belong to both %s and %s"
                        .formatted(conflict.agentId(), other, conflict.holderId()));
            }
        }
        return holders;
    }
}
