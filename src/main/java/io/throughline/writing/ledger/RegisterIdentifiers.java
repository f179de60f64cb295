package io.throughline.writing.ledger;

import io.throughline.infra.cypher.CypherStatement;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.TransactionContext;

/** Identifiers issued by registers. Two agents must not have the same one, except in {@link #SHARED} registers. */
final class RegisterIdentifiers {

    private static final CypherStatement LOCK = CypherStatement.in("ledger/lock-register-identifiers.cypher");
    private static final CypherStatement HOLDERS = CypherStatement.in("ledger/holders-of-identifiers.cypher");

    /** Schemes in which several agents have the same identifier: a county has the code of its state. */
    private static final Set<String> SHARED = Set.of("iso3166-2");

    private static final Map<String, Syntax> SYNTAX = Map.of(
            "geonames", new Syntax("[1-9][0-9]{0,8}", "digits, e.g. 4930956"),
            "wikidata", new Syntax("Q[1-9][0-9]*", "a Q and digits, e.g. Q100"),
            "unlocode",
                    new Syntax("[A-Z]{2} ?[A-Z2-9]{3}", "a country code and three letters or digits 2-9, e.g. US BOS"));

    private record Syntax(Pattern pattern, String description) {

        Syntax(String pattern, String description) {
            this(Pattern.compile(pattern), description);
        }
    }

    /** An identifier to be given to one agent that another agent already has. */
    record Conflict(String agentId, String scheme, String value, String holderId) {}

    private RegisterIdentifiers() {}

    /** Explains to a person why an identifier is malformed; null when it is well-formed or the scheme is unknown. */
    static @Nullable String fault(String scheme, String value) {
        var syntax = SYNTAX.get(scheme);
        if (scheme.isBlank() || value.isBlank()) {
            return "an identifier needs a scheme and a value";
        }
        return syntax == null || syntax.pattern().matcher(value).matches()
                ? null
                : "'%s' is not a valid %s identifier (expected %s)".formatted(value, scheme, syntax.description());
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
