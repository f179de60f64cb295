package io.throughline.writing.ledger;

import io.throughline.infra.cypher.CypherStatement;
import io.throughline.model.agent.PlaceKind;
import io.throughline.reference.gazetteer.Gazetteer;
import io.throughline.reference.id.IdSyntax;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.TransactionContext;

/** Finds everything that prevents a city or region from being added by a person. */
final class AgentCheck {

    private static final CypherStatement AROUND = CypherStatement.in("ledger/around-new-agent.cypher");

    private final Gazetteer gazetteer;
    private final TransactionContext transaction;
    private final NewAgent agent;
    private final List<Violation> violations = new ArrayList<>();

    private AgentCheck(Gazetteer gazetteer, TransactionContext transaction, NewAgent agent) {
        this.gazetteer = gazetteer;
        this.transaction = transaction;
        this.agent = agent;
    }

    static List<Violation> of(
            Gazetteer gazetteer, TransactionContext transaction, NewAgent agent, @Nullable String splitFromId) {
        var check = new AgentCheck(gazetteer, transaction, agent);
        check.checkValues();
        check.checkIdentifiers(splitFromId);
        check.checkGraph();
        return List.copyOf(check.violations);
    }

    private void checkValues() {
        if (agent.name().isBlank()) {
            report("NAME_INVALID", "name", "the name is blank; give at least one letter");
        }
        if (agent.latitude() == null != (agent.longitude() == null)
                || agent.latitude() != null && Math.abs(agent.latitude()) > 90
                || agent.longitude() != null && Math.abs(agent.longitude()) > 180) {
            report(
                    "POSITION_INVALID",
                    "latitude",
                    "invalid position: give a latitude from -90 to 90 and a longitude from -180 to 180");
        }
        if (agent.population() != null && agent.population() < 0) {
            report("VALUE_INVALID", "population", "a population cannot be negative");
        }
    }

    private void checkIdentifiers(@Nullable String splitFromId) {
        agent.identifiers().forEach((scheme, value) -> {
            var fault = RegisterIdentifiers.fault(scheme, value);
            if (fault != null) {
                report("IDENTIFIER_INVALID", "identifiers", fault);
            }
        });
        RegisterIdentifiers.lock(transaction, List.of(agent));
        RegisterIdentifiers.conflicts(transaction, List.of(agent)).stream()
                .filter(conflict -> !conflict.holderId().equals(splitFromId))
                .forEach(conflict -> report(
                        "IDENTIFIER_TAKEN",
                        "identifiers",
                        "'%s' already has the %s identifier %s; use that id instead of adding a second record"
                                .formatted(conflict.holderId(), conflict.scheme(), conflict.value())));
    }

    private void checkGraph() {
        var parameters = new HashMap<String, @Nullable Object>();
        parameters.put("id", agent.id());
        parameters.put("countryId", agent.countryId());
        parameters.put("stateId", agent.stateId());
        var found = transaction.run(AROUND.text(), parameters).single();
        var fault = IdSyntax.fault(agent.id());
        if (fault != null) {
            report("ID_INVALID", "id", fault);
        } else if (found.get("taken").asBoolean()) {
            report("ID_TAKEN", "id", "'%s' is the id of something else".formatted(agent.id()));
        }
        checkPlace(agent.countryId(), PlaceKind.COUNTRY, found, "country");
        checkState(found);
    }

    private void checkState(Record found) {
        var state = agent.stateId();
        if (state == null) {
            return;
        }
        var country = agent.countryId();
        if (country != null && !state.startsWith(country + "-")) {
            report(
                    "NOT_IN_COUNTRY",
                    "state",
                    "'%s' is not a subdivision of %s (expected an ISO 3166-2 code that begins with %2$s-)"
                            .formatted(state, country));
        } else if (gazetteer.region(state) == null) {
            checkPlace(state, PlaceKind.SUBDIVISION, found, "state");
        }
    }

    private void checkPlace(@Nullable String id, PlaceKind kind, Record found, String field) {
        var actual = found.get(field + "Kind");
        if (id == null) {
            return;
        }
        if (actual.isNull()) {
            report("UNKNOWN_ID", field, "unknown id '%s'; places have ISO 3166 codes, e.g. IT or IT-25".formatted(id));
        } else if (!actual.asString().equals(kind.name())) {
            report("WRONG_KIND", field, "'%s' is not a %s".formatted(id, field));
        }
    }

    private void report(String code, String field, String message) {
        violations.add(new Violation(code, field, message));
    }
}
