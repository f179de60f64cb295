package io.throughline.curation;

import static java.util.stream.Collectors.toMap;

import io.throughline.curation.Edits.Edit;
import io.throughline.curation.Inputs.AddCityInput;
import io.throughline.curation.Inputs.AddOrganizationInput;
import io.throughline.curation.Inputs.AddRegionInput;
import io.throughline.curation.Inputs.EvidenceInput;
import io.throughline.curation.Inputs.IdentifierInput;
import io.throughline.ledger.Ledger;
import io.throughline.ledger.NewAgent;
import io.throughline.ledger.NewFact;
import io.throughline.ledger.NewOrganization;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Adds organizations, cities and regions, each with the claim that there is one of this name. */
@Component
class NewAgents {

    private final Ledger ledger;

    NewAgents(Ledger ledger) {
        this.ledger = ledger;
    }

    Changed add(Edit edit, AddOrganizationInput input, String... within) {
        var checks =
                new Checks(edit.transaction(), within).free(input.id(), "id").is(input.country(), "Place", "country");
        return add(
                edit,
                checks,
                input.id(),
                input.name(),
                input.evidence(),
                () -> ledger.addOrganizations(
                        edit.transaction(),
                        edit.by(),
                        List.of(new NewOrganization(
                                input.id(),
                                input.name(),
                                input.kind(),
                                input.website(),
                                input.note(),
                                input.country()))));
    }

    Changed add(Edit edit, AddCityInput input, String... within) {
        return add(
                edit,
                new NewAgent(
                        input.id(),
                        "City",
                        input.kind().name(),
                        input.name(),
                        input.country(),
                        input.state(),
                        input.latitude(),
                        input.longitude(),
                        population(input.population()),
                        input.populationYear(),
                        identifiers(input.identifiers())),
                input.evidence(),
                within);
    }

    Changed add(Edit edit, AddRegionInput input, String... within) {
        return add(
                edit,
                new NewAgent(
                        input.id(),
                        "Region",
                        input.kind().name(),
                        input.name(),
                        input.country(),
                        input.state(),
                        input.latitude(),
                        input.longitude(),
                        population(input.population()),
                        input.populationYear(),
                        identifiers(input.identifiers())),
                input.evidence(),
                within);
    }

    private Changed add(Edit edit, NewAgent agent, EvidenceInput evidence, String... within) {
        var checks =
                new Checks(edit.transaction(), within).free(agent.id(), "id").is(agent.countryId(), "Place", "country");
        checkState(checks, agent.stateId(), agent.countryId());
        if (agent.latitude() == null != (agent.longitude() == null)
                || agent.latitude() != null && Math.abs(agent.latitude()) > 90
                || agent.longitude() != null && Math.abs(agent.longitude()) > 180) {
            checks.error(
                    "POSITION_INVALID",
                    "a position has a latitude from -90 to 90 and a longitude from -180 to 180",
                    "latitude");
        }
        if (agent.population() != null && agent.population() < 0) {
            checks.error("VALUE_INVALID", "a number of inhabitants is 0 or more", "population");
        }
        return add(
                edit,
                checks,
                agent.id(),
                agent.name(),
                evidence,
                () -> ledger.addAgents(edit.transaction(), edit.by(), List.of(agent)));
    }

    private void checkState(Checks checks, @Nullable String state, @Nullable String country) {
        if (state == null) {
            return;
        }
        if (country != null && !state.startsWith(country + "-")) {
            checks.error(
                    "NOT_IN_COUNTRY",
                    "'%s' is no subdivision of %s: an ISO 3166-2 code is expected that begins with %2$s-"
                            .formatted(state, country),
                    "state");
        } else if (!ledger.isSubdivision(state)) {
            checks.is(state, "Place", "state");
        }
    }

    private Changed add(Edit edit, Checks checks, String id, String name, EvidenceInput said, Runnable add) {
        if (name.isBlank()) {
            checks.error("NAME_INVALID", "a name has at least one letter", "name");
        }
        var evidence = said.read(checks);
        checks.done();
        add.run();
        return ClaimMutations.unlessStated(
                edit,
                ledger.state(
                        edit.transaction(),
                        edit.by(),
                        new NewFact(id, List.of(), Map.of(), List.of(), id, "name", name, null, null, evidence)));
    }

    private static @Nullable Long population(@Nullable Integer population) {
        return population == null ? null : population.longValue();
    }

    private static Map<String, String> identifiers(List<IdentifierInput> identifiers) {
        return identifiers.stream()
                .collect(toMap(IdentifierInput::scheme, IdentifierInput::value, (one, other) -> one));
    }
}
