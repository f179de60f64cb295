package io.throughline.writing.ledger;

import io.throughline.infra.cypher.CypherStatement;
import io.throughline.model.agent.PlaceKind;
import io.throughline.reference.gazetteer.Gazetteer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.TransactionContext;

/** Finds all that is wrong with a city or region that a person wants to add. */
final class AgentCheck {

    private static final CypherStatement AROUND = CypherStatement.in("ledger/around-new-agent.cypher");

    private final Gazetteer gazetteer;
    private final TransactionContext transaction;
    private final NewAgent agent;
    private final List<Violation> objections = new ArrayList<>();

    private AgentCheck(Gazetteer gazetteer, TransactionContext transaction, NewAgent agent) {
        this.gazetteer = gazetteer;
        this.transaction = transaction;
        this.agent = agent;
    }

    static List<Violation> of(
            Gazetteer gazetteer, TransactionContext transaction, NewAgent agent, @Nullable String formerBearerId) {
        var check = new AgentCheck(gazetteer, transaction, agent);
        check.values();
        check.numbers(formerBearerId);
        check.graph();
        return List.copyOf(check.objections);
    }

    private void values() {
        if (agent.name().isBlank()) {
            object("NAME_INVALID", "name", "a name has at least one letter");
        }
        if (agent.latitude() == null != (agent.longitude() == null)
                || agent.latitude() != null && Math.abs(agent.latitude()) > 90
                || agent.longitude() != null && Math.abs(agent.longitude()) > 180) {
            object(
                    "POSITION_INVALID",
                    "latitude",
                    "a position has a latitude from -90 to 90 and a longitude from -180 to 180");
        }
        if (agent.population() != null && agent.population() < 0) {
            object("VALUE_INVALID", "population", "a number of inhabitants is 0 or more");
        }
    }

    private void numbers(@Nullable String formerBearerId) {
        agent.identifiers().forEach((scheme, value) -> {
            var fault = RegisterIdentifiers.fault(scheme, value);
            if (fault != null) {
                object("IDENTIFIER_INVALID", "identifiers", fault);
            }
        });
        RegisterIdentifiers.takeTurn(transaction, List.of(agent));
        RegisterIdentifiers.borne(transaction, List.of(agent)).stream()
                .filter(borne -> !borne.bearerId().equals(formerBearerId))
                .forEach(borne -> object(
                        "IDENTIFIER_TAKEN",
                        "identifiers",
                        "'%s' has the number %s of %s: a thing has one id here"
                                .formatted(borne.bearerId(), borne.value(), borne.scheme())));
    }

    private void graph() {
        var parameters = new HashMap<String, @Nullable Object>();
        parameters.put("id", agent.id());
        parameters.put("countryId", agent.countryId());
        parameters.put("stateId", agent.stateId());
        var found = transaction.run(AROUND.text(), parameters).single();
        var fault = IdSyntax.fault(agent.id());
        if (fault != null) {
            object("ID_INVALID", "id", fault);
        } else if (found.get("taken").asBoolean()) {
            object("ID_TAKEN", "id", "'%s' is the id of something else".formatted(agent.id()));
        }
        place(agent.countryId(), PlaceKind.COUNTRY, found, "country");
        state(found);
    }

    private void state(Record found) {
        var state = agent.stateId();
        if (state == null) {
            return;
        }
        var country = agent.countryId();
        if (country != null && !state.startsWith(country + "-")) {
            object(
                    "NOT_IN_COUNTRY",
                    "state",
                    "'%s' is no subdivision of %s: an ISO 3166-2 code is expected that begins with %2$s-"
                            .formatted(state, country));
        } else if (gazetteer.region(state) == null) {
            place(state, PlaceKind.SUBDIVISION, found, "state");
        }
    }

    private void place(@Nullable String id, PlaceKind kind, Record found, String field) {
        var is = found.get(field + "Kind");
        if (id == null) {
            return;
        }
        if (is.isNull()) {
            object(
                    "UNKNOWN_ID",
                    field,
                    "nothing has the id '%s'; places have ISO 3166 codes, e.g. IT or IT-25".formatted(id));
        } else if (!is.asString().equals(kind.name())) {
            object("WRONG_KIND", field, "'%s' is no %s".formatted(id, field));
        }
    }

    private void object(String code, String field, String message) {
        objections.add(new Violation(code, field, message));
    }
}
