package io.throughline.curation;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.throughline.curation.Edits.Edit;
import io.throughline.curation.Inputs.AddCityInput;
import io.throughline.curation.Inputs.AddOrganizationInput;
import io.throughline.curation.Inputs.AddPlacedInput;
import io.throughline.curation.Inputs.EvidenceInput;
import io.throughline.curation.Inputs.IdentifierInput;
import io.throughline.ledger.Ledger;
import io.throughline.ledger.NewAgent;
import io.throughline.ledger.NewFact;
import io.throughline.ledger.NewOrganization;
import io.throughline.ledger.Objection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
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
        if (input.name().isBlank()) {
            checks.error("NAME_INVALID", "a name has at least one letter", "name");
        }
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

    Changed add(Edit edit, AddPlacedInput input) {
        var agent = agent(input);
        return add(
                edit,
                checks(edit, ledger.objections(edit.transaction(), agent), input.identifiers()),
                agent.id(),
                agent.name(),
                input.evidence(),
                () -> ledger.addAgents(edit.transaction(), edit.by(), List.of(agent)));
    }

    /** One that was taken for another one so far. */
    Changed addSplit(Edit edit, AddPlacedInput input, String takenForId) {
        var agent = agent(input);
        return add(
                edit,
                checks(
                        edit,
                        ledger.objections(edit.transaction(), agent, takenForId),
                        input.identifiers(),
                        agent.label().toLowerCase(Locale.ROOT)),
                agent.id(),
                agent.name(),
                input.evidence(),
                () -> ledger.addSplit(edit.transaction(), edit.by(), agent));
    }

    private static NewAgent agent(AddPlacedInput input) {
        return new NewAgent(
                input.id(),
                input instanceof AddCityInput ? "City" : "Region",
                input.kind().name(),
                input.name(),
                input.country(),
                input.state(),
                input.latitude(),
                input.longitude(),
                population(input.population()),
                input.populationYear(),
                numbers(input.identifiers()));
    }

    private static Checks checks(
            Edit edit, List<Objection> objections, List<IdentifierInput> identifiers, String... within) {
        var checks = new Checks(edit.transaction(), within);
        objections.forEach(objection -> checks.error(objection.code(), objection.message(), objection.field()));
        identifiers.stream()
                .collect(groupingBy(IdentifierInput::scheme, TreeMap::new, mapping(IdentifierInput::value, toSet())))
                .forEach((scheme, values) -> {
                    if (values.size() > 1) {
                        checks.error(
                                "IDENTIFIER_REPEATED",
                                "%d numbers of %s are given: a thing has one in a register"
                                        .formatted(values.size(), scheme),
                                "identifiers");
                    }
                });
        return checks;
    }

    private Changed add(Edit edit, Checks checks, String id, String name, EvidenceInput said, Runnable add) {
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

    private static Map<String, String> numbers(List<IdentifierInput> identifiers) {
        return identifiers.stream()
                .collect(toMap(IdentifierInput::scheme, IdentifierInput::value, (one, other) -> one));
    }
}
