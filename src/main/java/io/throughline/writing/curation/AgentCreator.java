package io.throughline.writing.curation;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.throughline.writing.curation.CurationInputs.AddCityInput;
import io.throughline.writing.curation.CurationInputs.AddOrganizationInput;
import io.throughline.writing.curation.CurationInputs.AddPlacedInput;
import io.throughline.writing.curation.CurationInputs.EvidenceInput;
import io.throughline.writing.curation.CurationInputs.IdentifierInput;
import io.throughline.writing.curation.EditRunner.Edit;
import io.throughline.writing.ledger.Ledger;
import io.throughline.writing.ledger.NewAgent;
import io.throughline.writing.ledger.NewAgentBuilder;
import io.throughline.writing.ledger.NewFactBuilder;
import io.throughline.writing.ledger.NewOrganization;
import io.throughline.writing.ledger.Violation;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Adds organizations, cities and regions, each with a claim that states its name. */
@Component
class AgentCreator {

    private final Ledger ledger;

    AgentCreator(Ledger ledger) {
        this.ledger = ledger;
    }

    MutationResult add(Edit edit, AddOrganizationInput input, String... within) {
        var checks = new InputValidation(edit.transaction(), within)
                .free(input.id(), "id")
                .is(input.country(), "Place", "country");
        if (input.name().isBlank()) {
            checks.error("NAME_INVALID", "the name is blank; give at least one letter", "name");
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

    MutationResult add(Edit edit, AddPlacedInput input) {
        var agent = agent(input);
        return add(
                edit,
                checks(edit, ledger.violations(edit.transaction(), agent), input.identifiers()),
                agent.id(),
                agent.name(),
                input.evidence(),
                () -> ledger.addAgents(edit.transaction(), edit.by(), List.of(agent)));
    }

    /** Adds a city or region that is split off another agent. */
    MutationResult addSplit(Edit edit, AddPlacedInput input, String splitFromId) {
        var agent = agent(input);
        return add(
                edit,
                checks(
                        edit,
                        ledger.violations(edit.transaction(), agent, splitFromId),
                        input.identifiers(),
                        agent.label().toLowerCase(Locale.ROOT)),
                agent.id(),
                agent.name(),
                input.evidence(),
                () -> ledger.addSplit(edit.transaction(), edit.by(), agent));
    }

    private static NewAgent agent(AddPlacedInput input) {
        return NewAgentBuilder.builder()
                .id(input.id())
                .label(input instanceof AddCityInput ? "City" : "Region")
                .kind(input.kind().name())
                .name(input.name())
                .identifiers(identifiersByScheme(input.identifiers()))
                .countryId(input.country())
                .stateId(input.state())
                .latitude(input.latitude())
                .longitude(input.longitude())
                .population(population(input.population()))
                .populationYear(input.populationYear())
                .build();
    }

    private static InputValidation checks(
            Edit edit, List<Violation> violations, List<IdentifierInput> identifiers, String... within) {
        var checks = new InputValidation(edit.transaction(), within);
        violations.forEach(violation -> checks.error(violation.code(), violation.message(), violation.field()));
        identifiers.stream()
                .collect(groupingBy(IdentifierInput::scheme, TreeMap::new, mapping(IdentifierInput::value, toSet())))
                .forEach((scheme, values) -> {
                    if (values.size() > 1) {
                        checks.error(
                                "IDENTIFIER_REPEATED",
                                "%d %s identifiers given; expected at most one per scheme"
                                        .formatted(values.size(), scheme),
                                "identifiers");
                    }
                });
        return checks;
    }

    private MutationResult add(
            Edit edit, InputValidation checks, String id, String name, EvidenceInput evidenceInput, Runnable add) {
        var evidence = evidenceInput.read(checks);
        checks.validate();
        add.run();
        return edit.recorded(ledger.state(
                edit.transaction(),
                edit.by(),
                NewFactBuilder.builder()
                        .id(id)
                        .labels(List.of())
                        .properties(Map.of())
                        .links(List.of())
                        .subjectId(id)
                        .property("name")
                        .evidence(evidence)
                        .value(name)
                        .build()));
    }

    private static @Nullable Long population(@Nullable Integer population) {
        return population == null ? null : population.longValue();
    }

    private static Map<String, String> identifiersByScheme(List<IdentifierInput> identifiers) {
        return identifiers.stream()
                .collect(toMap(IdentifierInput::scheme, IdentifierInput::value, (one, other) -> one));
    }
}
