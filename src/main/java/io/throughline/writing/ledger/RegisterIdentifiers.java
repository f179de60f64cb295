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

/** Numbers of registers: where one thing has one, no two agents are to bear it. */
final class RegisterIdentifiers {

    private static final CypherStatement TURN = CypherStatement.in("ledger/take-number-turn.cypher");
    private static final CypherStatement BEARERS = CypherStatement.in("ledger/bearers-of-numbers.cypher");

    /** Registers of which several agents bear one number: a county has the code of the state it lies in. */
    private static final Set<String> SHARED = Set.of("iso3166-2");

    private static final Map<String, Form> FORMS = Map.of(
            "geonames", new Form("[1-9][0-9]{0,8}", "digits, e.g. 4930956"),
            "wikidata", new Form("Q[1-9][0-9]*", "a Q and digits, e.g. Q100"),
            "unlocode", new Form("[A-Z]{2} ?[A-Z2-9]{3}", "a country and three letters, e.g. US BOS"));

    private record Form(Pattern pattern, String words) {

        Form(String pattern, String words) {
            this(Pattern.compile(pattern), words);
        }
    }

    /** That another agent bears a number. */
    record Borne(String agentId, String scheme, String value, String bearerId) {}

    private RegisterIdentifiers() {}

    /** What is wrong with how one is written, for a person; null when nothing is, or its register is not known here. */
    static @Nullable String fault(String scheme, String value) {
        var form = FORMS.get(scheme);
        if (scheme.isBlank() || value.isBlank()) {
            return "a number has a register and a value";
        }
        return form == null || form.pattern().matcher(value).matches()
                ? null
                : "'%s' is none of %s: expected %s".formatted(value, scheme, form.words());
    }

    /** If these agents have numbers, sees to it that nobody else gives any to agents until the transaction ends. */
    static void takeTurn(TransactionContext transaction, Collection<NewAgent> agents) {
        if (!numbers(agents).isEmpty()) {
            transaction.run(TURN.text()).consume();
        }
    }

    private static List<Map<String, String>> numbers(Collection<NewAgent> agents) {
        return agents.stream()
                .flatMap(agent -> agent.identifiers().entrySet().stream()
                        .filter(number -> !SHARED.contains(number.getKey()))
                        .map(number ->
                                Map.of("agentId", agent.id(), "scheme", number.getKey(), "value", number.getValue())))
                .distinct()
                .toList();
    }

    /** Who bears numbers of these agents already. */
    static List<Borne> borne(TransactionContext transaction, Collection<NewAgent> agents) {
        var numbers = numbers(agents);
        return numbers.isEmpty()
                ? List.of()
                : transaction
                        .run(BEARERS.text(), Map.of("numbers", numbers))
                        .list(row -> new Borne(
                                row.get("agentId").asString(),
                                row.get("scheme").asString(),
                                row.get("value").asString(),
                                row.get("bearerId").asString()));
    }

    /**
     * Who bears numbers of these agents already, by the ids of these.
     *
     * @throws IllegalStateException if the numbers of one belong to two: which of them it is nobody has said
     */
    static Map<String, String> bearers(TransactionContext transaction, Collection<NewAgent> agents) {
        var bearers = new TreeMap<String, String>();
        for (var borne : borne(transaction, agents)) {
            var other = bearers.putIfAbsent(borne.agentId(), borne.bearerId());
            if (other != null && !other.equals(borne.bearerId())) {
                throw new IllegalStateException(
                        "The numbers of %s belong to %s and to %s".formatted(borne.agentId(), other, borne.bearerId()));
            }
        }
        return bearers;
    }
}
